import type { Store, Tx } from '#platform/db/transaction.ts'
import { appendSeals, lastSealIn } from './heads-file.ts'
import { SEAL_COLUMNS, type Seal } from './seal.ts'
import { asAuditSystem, SEALING_LOCK } from './system.ts'

/** The file and the database tell of two different chains: a person must look before either is written to. */
export class HeadsDisagree extends Error {}

const PAGE = 1_000

/**
 * Writes every seal that the file does not have yet to its end, in order, and gives their number: after each round of
 * sealing, and so also whatever a crash kept from it. Throws HeadsDisagree, and writes nothing, where the last seal in
 * the file is not in the database as it stands there: then seals were cut off or rewritten, or an older backup was
 * restored beside a newer file.
 */
export async function exportHeads(store: Store, file: string): Promise<number> {
  return asAuditSystem(store, 'exporting the heads of the audit', async (tx) => {
    await tx.client.query(`SELECT pg_advisory_xact_lock(${SEALING_LOCK})`)
    const last = await lastSealIn(file)
    if (last !== null) await agree(tx, last, file)
    let written = 0
    let after = last?.seq ?? 0
    for (;;) {
      const seals = await sealsAfter(tx, after, PAGE)
      const end = seals.at(-1)
      if (end === undefined) return { value: written, audit: [] }
      await appendSeals(file, seals)
      written += seals.length
      after = end.seq
    }
  })
}

async function sealsAfter(tx: Tx, seq: number, limit: number): Promise<readonly Seal[]> {
  const { rows } = await tx.client.query<Seal>(
    `SELECT ${SEAL_COLUMNS} FROM audit_seal s WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [seq, limit],
  )
  return rows
}

async function agree(tx: Tx, last: Seal, file: string): Promise<void> {
  const { rows } = await tx.client.query<{ head: string }>(
    `SELECT encode(head, 'hex') AS head FROM audit_seal WHERE seq = $1`,
    [last.seq],
  )
  if (rows[0]?.head !== last.head)
    throw new HeadsDisagree(
      `Seal ${last.seq} in ${file} is ${rows[0] === undefined ? 'not in the database' : 'another one in the database'}. ` +
        'Run `audit verify` against that file; after restoring an older backup, put the file aside and start a new one.',
    )
}
