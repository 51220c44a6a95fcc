import type { Store, Tx } from '#platform/db/transaction.ts'
import { absentMonths, explainByMonths } from './check-months.ts'
import { checkOutside } from './check-outside.ts'
import { checkedSeals, troubleWith, type Before } from './check-seals.ts'
import { findingsOf, type Finding, type SealTrouble } from './findings.ts'
import { readSeals } from './heads-file.ts'
import { FIXED_SETTINGS } from './rows-digest.ts'
import { momentOf, type Seal } from './seal.ts'
import { asAuditSystem } from './system.ts'

export interface Verification {
  readonly startedAt: Date
  readonly endedAt: Date
  /** Whether heads from outside the database were set beside it; without them a cut tail or a rebuilt chain is not seen. */
  readonly withHeads: boolean
  readonly seals: number
  readonly rows: number
  /** Empty when all is well. */
  readonly findings: readonly Finding[]
  /** What is odd and may be innocent (a clock that was wrong): seals with rows that claim to be far older than the seal before. */
  readonly notes: readonly string[]
}

/**
 * Works out every head again from the rows and sets it beside the database's and, where a file is given, beside the
 * exported ones. Finds rows changed, deleted or inserted, a cut tail, a rebuilt chain and detached months, with the
 * tables' owner as the attacker. Reads everything once, as the service role; keeps what it found in
 * `audit_verification`. Throws Invalid when the file cannot be read as heads.
 */
export async function verifyAudit(store: Store, headsFile: string | null): Promise<Verification> {
  return asAuditSystem(store, 'verifying the audit', async (tx) => {
    await tx.client.query(FIXED_SETTINGS)
    const chain = await checkChain(tx, headsFile === null ? null : readSeals(headsFile))
    const { findings: months, rest } = explainByMonths(await absentMonths(tx), chain.troubles)
    const findings = [...months, ...findingsOf(rest), ...(await checkOutside(tx, chain.last))]
    const verification = {
      startedAt: tx.now,
      endedAt: store.clock.now(),
      withHeads: headsFile !== null,
      seals: chain.seals,
      rows: chain.rows,
      findings,
      notes: chain.notes,
    }
    await keep(tx, verification)
    const outcome = findings.length === 0 ? 'done' : 'failed'
    const detail = { seals: chain.seals, findings: findings.length, withHeads: headsFile !== null }
    return { value: verification, audit: [{ event: 'audit.verified', outcome, subjects: [], detail }] }
  })
}

/** Milliseconds. No transaction runs so long. */
const DAY = 86_400_000

interface Chain {
  readonly troubles: SealTrouble[]
  readonly notes: string[]
  readonly last: Seal | null
  readonly seals: number
  readonly rows: number
}

/** Walks the database's seals and the exported ones side by side, in order. */
async function checkChain(tx: Tx, exported: AsyncIterator<Seal> | null): Promise<Chain> {
  const troubles: SealTrouble[] = []
  const notes: string[] = []
  const take = async (): Promise<Seal | null> => {
    const next = await exported?.next()
    return next === undefined || next.done === true ? null : next.value
  }
  let head = await take()
  let before: Before = { stored: null, exported: null }
  let [seals, rows] = [0, 0]
  for await (const seal of checkedSeals(tx)) {
    for (; head !== null && head.seq < seal.stored.seq; head = await take()) {
      troubles.push({ kind: 'seals-missing', seal: head, rows: head.rows })
      before = { stored: before.stored, exported: head }
    }
    const copy = head?.seq === seal.stored.seq ? head : null
    if (copy !== null) head = await take()
    const expected = (before.stored?.seq ?? 0) + 1
    const trouble =
      exported === null && seal.stored.seq !== expected
        ? { kind: 'seals-missing' as const, seal: seal.stored, rows: null }
        : troubleWith(seal, copy, before)
    if (trouble !== null) troubles.push(trouble)
    if (before.stored !== null && momentOf(seal.stored.firstAt).getTime() < before.stored.sealedAt.getTime() - DAY)
      notes.push(
        `Seal ${seal.stored.seq} has rows that say they are from ${momentOf(seal.stored.firstAt).toISOString()}, over a day before the seal ahead of it was made.`,
      )
    before = { stored: seal.stored, exported: copy }
    seals += 1
    rows += seal.now.rows
  }
  for (; head !== null; head = await take()) troubles.push({ kind: 'tail-cut', seal: head, rows: head.rows })
  return { troubles, notes, last: before.stored, seals, rows }
}

async function keep(tx: Tx, found: Verification): Promise<void> {
  await tx.client.query(
    `INSERT INTO audit_verification (started_at, ended_at, with_heads, seals, row_count, findings)
    VALUES ($1, $2, $3, $4, $5, $6)`,
    [found.startedAt, found.endedAt, found.withHeads, found.seals, found.rows, JSON.stringify(found.findings)],
  )
}

/** The answer of `audit verify`, a line each. */
export function verificationWords({ seals, rows, findings, notes, withHeads }: Verification): string[] {
  const counted = `${seals.toLocaleString('en-GB')} seals over ${rows.toLocaleString('en-GB')} audit rows`
  const beside = withHeads
    ? 'beside the exported heads'
    : 'without exported heads: a cut end or a rebuilt chain would not show'
  if (findings.length === 0) return [`The audit is whole: ${counted} checked, ${beside}.`, ...notes]
  return [
    `The audit is not whole (${counted} checked, ${beside}):`,
    ...findings.map((finding) => finding.words),
    ...notes,
  ]
}
