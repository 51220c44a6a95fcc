import { randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import {
  createLinker,
  createTable,
  learn,
  prepareRecords,
  SETTINGS,
  type Linker,
  type Prepared,
} from '#calculations/linkage/index.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction, type Store, type Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { asMatcher } from '../identities/as-matcher.ts'
import { tellCustodians } from '../identities/custodians.ts'
import type { MatchedKind } from '../identities/proposal.ts'
import { LEAST_BITS, MAPPINGS } from './mappings.ts'
import { findModel, keepModel, type KeptModel } from './models.ts'
import { readFacts } from './read-facts.ts'
import { entriesOf } from './rules/entries.ts'
import { createJudge } from './verdict.ts'
import { writeProposals } from './write-proposals.ts'

export interface Relinked {
  readonly kind: MatchedKind
  readonly model: string
  readonly parties: number
  readonly entries: number
  readonly compared: number
  readonly proposed: number
  readonly milliseconds: {
    readonly read: number
    readonly learn: number
    readonly link: number
    readonly write: number
  }
}

export type Progress = (done: number, total: number, message: string) => Promise<void>

/** Ids of a part: what is done is kept part by part. */
const PART = 20_000
/** Parties read in one go. */
const BATCH = 5_000
/** Pairs judged and written in one go. */
const PAIRS = 1_000
/** The rarities of the whole store and those kept in the model differ a little: pairs just below are judged as well. */
const SLACK_BITS = 1

/**
 * Goes through all parties of a kind: learns a model, compares whoever shares something, and puts pairs that may be one before
 * the reviewers. Nothing is ever merged. What was stopped goes on after the last part that it had done, with the model it had.
 * `gone` says the milliseconds since some moment.
 */
export async function relinkKind(
  store: Store,
  kind: MatchedKind,
  progress: Progress,
  gone: () => number,
): Promise<Relinked> {
  const spent = { read: 0, learn: 0, link: 0, write: 0 }
  const timed = async <T>(what: keyof typeof spent, work: () => Promise<T>): Promise<T> => {
    const before = gone()
    const value = await work()
    spent[what] += gone() - before
    return value
  }
  const read = await timed('read', () => readStore(store, kind, progress))
  const prepared = prepareRecords(read.rows, SETTINGS)
  const run = await timed('learn', () => beginOrGoOn(store, kind, prepared))
  const linker = createLinker(prepared, run.kept.model, LEAST_BITS - SLACK_BITS)
  const parts = [...Array(run.parts).keys()].filter((part) => !run.done.includes(part))
  const hidden = new Set<number>()
  let [compared, proposed] = [0, run.proposed]
  for (const part of parts) {
    await progress(run.parts - parts.length + parts.indexOf(part), run.parts, `${kind}: pairs compared`)
    const found = await timed('link', () => linkPart(linker, read.parties, part))
    compared += found.compared
    proposed += await timed('write', () => writePart(store, kind, run, part, found.pairs, hidden))
  }
  await asSystem(store, async (tx) => {
    await tx.client.query('UPDATE match_run SET ended_at = $2 WHERE id = $1', [run.id, tx.now])
    await tellCustodians(tx, [...hidden], 'identity.hidden-match')
  })
  return {
    kind,
    model: run.kept.id,
    parties: read.count,
    entries: read.parties.length,
    compared,
    proposed,
    milliseconds: spent,
  }
}

/** A transaction as the matcher. */
async function asSystem<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  const request = { requestId: randomUUID(), purpose: 'who is who', origin: 'matching' }
  return transaction(store, { reader: systemReader('system:matching') }, request, async ({ open }) => {
    const tx = await open()
    return { value: await asMatcher(tx, () => work(tx)), audit: [] }
  })
}

/** All ways in which parties are recorded, in the order of the parties' ids, and whose each is. */
async function readStore(store: Store, kind: MatchedKind, progress: Progress) {
  const table = createTable(MAPPINGS[kind])
  const parties: number[] = []
  let [last, count] = [0, 0]
  const total = await asSystem(store, async ({ client }) => {
    const [row] = rowsAs<{ total: number }>(
      await client.query('SELECT count(*)::integer AS total FROM party WHERE kind = $1', [kind]),
    )
    return row?.total ?? 0
  })
  for (;;) {
    const facts = await asSystem(store, async (tx) => readFacts(tx, kind, await idsAfter(tx, kind, last)))
    const end = facts.at(-1)
    if (end === undefined) break
    for (const one of facts)
      for (const { party, record } of entriesOf(one)) {
        table.add(record)
        parties.push(party)
      }
    last = end.party
    count += facts.length
    await progress(count, total, `${kind}: records read`)
  }
  return { rows: table.rows(), parties, count }
}

async function idsAfter({ client }: Tx, kind: MatchedKind, last: number): Promise<readonly number[]> {
  const rows = rowsAs<{ id: number }>(
    await client.query(`SELECT id FROM party WHERE kind = $1 AND id > $2 ORDER BY id LIMIT ${BATCH}`, [kind, last]),
  )
  return rows.map(({ id }) => id)
}

interface Run {
  readonly id: string
  readonly kept: KeptModel
  readonly parts: number
  readonly done: readonly number[]
  readonly proposed: number
}

async function beginOrGoOn(store: Store, kind: MatchedKind, prepared: Prepared): Promise<Run> {
  const before = await asSystem(store, async (tx) => {
    const [row] = rowsAs<Omit<Run, 'kept'> & { readonly model: string }>(
      await tx.client.query(
        `SELECT id, model, parts, done, proposed FROM match_run WHERE kind = $1 AND ended_at IS NULL
        ORDER BY started_at DESC LIMIT 1`,
        [kind],
      ),
    )
    if (row === undefined) return null
    const kept = await findModel(tx, kind, row.model)
    return kept === null ? null : { ...row, kept }
  })
  if (before !== null) return before
  const model = learn(prepared, MAPPINGS[kind])
  return asSystem(store, async (tx) => {
    const kept = await keepModel(tx, kind, model)
    const [row] = rowsAs<{ last: number }>(
      await tx.client.query('SELECT coalesce(max(id), 0) AS last FROM party WHERE kind = $1', [kind]),
    )
    const run = { id: randomUUID(), kept, parts: Math.floor((row?.last ?? 0) / PART) + 1, done: [], proposed: 0 }
    await tx.client.query('INSERT INTO match_run (id, kind, model, parts, started_at) VALUES ($1, $2, $3, $4, $5)', [
      run.id,
      kind,
      kept.id,
      run.parts,
      tx.now,
    ])
    return run
  })
}

/** Pairs of which the first is in this part of the ids; each once, whichever way of recording them was alike. */
async function linkPart(linker: Linker, parties: readonly number[], part: number) {
  const pairs = new Map<string, readonly [number, number]>()
  const [from, to] = [firstAt(parties, part * PART), firstAt(parties, (part + 1) * PART)]
  let compared = 0
  for (let at = from; at < to; at += STRETCH) {
    compared += linker.link(at, Math.min(at + STRETCH, to), (left, right) => {
      const [one = 0, other = 0] = [parties[left], parties[right]]
      if (one !== other) pairs.set(`${one} ${other}`, [one, other])
    })
    await breathe()
  }
  return { compared, pairs: [...pairs.values()] }
}

/** Records linked before anything else may run. */
const STRETCH = 500

/** The place of the first entry whose party's id is so high; they are in order. */
function firstAt(parties: readonly number[], id: number): number {
  let [low, high] = [0, parties.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parties[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}

async function writePart(
  store: Store,
  kind: MatchedKind,
  run: Run,
  part: number,
  pairs: readonly (readonly [number, number])[],
  hidden: Set<number>,
): Promise<number> {
  const judge = createJudge(run.kept.model)
  return asSystem(store, async (tx) => {
    let proposed = 0
    for (let at = 0; at < pairs.length; at += PAIRS) {
      const some = pairs.slice(at, at + PAIRS)
      const facts = new Map((await readFacts(tx, kind, [...new Set(some.flat())])).map((one) => [one.party, one]))
      const verdicts = some.flatMap(([one, other]) => {
        const [left, right] = [facts.get(one), facts.get(other)]
        return left === undefined || right === undefined ? [] : (judge(left, right) ?? [])
      })
      const written = await writeProposals(tx, kind, run.kept.id, verdicts)
      proposed += written.proposed
      for (const compartment of written.hidden) hidden.add(compartment)
    }
    await tx.client.query(
      'UPDATE match_run SET done = array_append(done, $2::integer), proposed = proposed + $3 WHERE id = $1',
      [run.id, part, proposed],
    )
    return proposed
  })
}
