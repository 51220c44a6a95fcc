import { createTable, type Rows } from '#calculations/linkage/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { MatchedKind } from '../identities/proposal.ts'
import { MAPPINGS } from './mappings.ts'
import { readFacts } from './read-facts.ts'
import { entriesOf } from './rules/entries.ts'

/** Parties read in one go. */
const BATCH = 5_000

export interface Read {
  /** All ways in which parties are recorded, in the order of the parties' ids. */
  readonly rows: Rows
  /** By the place of a row: the place of its party among the ids. */
  readonly owners: Int32Array
  /** In order. */
  readonly ids: readonly number[]
}

/** Runs work in a transaction of its own, as the matcher. */
export type AsMatcher = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Reads the whole of a kind, some thousands at a time, each time in a transaction of its own. */
export async function readStore(
  as: AsMatcher,
  kind: MatchedKind,
  progress: (read: number, total: number) => Promise<void>,
): Promise<Read> {
  const table = createTable(MAPPINGS[kind])
  const [ids, owners]: [number[], number[]] = [[], []]
  const total = await as(async ({ client }) => {
    const [row] = rowsAs<{ total: number }>(
      await client.query('SELECT count(*)::integer AS total FROM party WHERE kind = $1', [kind]),
    )
    return row?.total ?? 0
  })
  const readAfter = async (last: number) => {
    const facts = await as(async (tx) => readFacts(tx, kind, await idsAfter(tx, kind, last)))
    return { facts, last: facts.at(-1)?.party }
  }
  let next = readAfter(0)
  for (;;) {
    const { facts, last } = await next
    if (last === undefined) break
    // The database reads on while these are looked at.
    next = readAfter(last)
    // Whatever it failed by is thrown when it is waited for.
    next.catch(() => undefined)
    for (const one of facts) {
      for (const { record } of entriesOf(one)) {
        table.add(record)
        owners.push(ids.length)
      }
      ids.push(one.party)
    }
    await progress(ids.length, total)
  }
  return { rows: table.rows(), owners: Int32Array.from(owners), ids }
}

async function idsAfter({ client }: Tx, kind: MatchedKind, last: number): Promise<readonly number[]> {
  const rows = rowsAs<{ id: number }>(
    await client.query(`SELECT id FROM party WHERE kind = $1 AND id > $2 ORDER BY id LIMIT ${BATCH}`, [kind, last]),
  )
  return rows.map(({ id }) => id)
}
