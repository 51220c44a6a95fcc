import { MODEL_VERSION, type LinkageModel } from '#calculations/linkage/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { carried, rowsAs } from '#platform/edge.ts'
import type { MatchedKind } from '../identities/proposal.ts'

export interface KeptModel {
  readonly id: string
  readonly model: LinkageModel
}

/** Models read lately, by their id and by who wrote the row: a model never changes, and is long to read. */
const read = new Map<string, KeptModel>()
const MOST_READ = 6

/** The model that was learnt last of a kind, or the one of this id; null before the store was ever gone through. As the matcher. */
export async function findModel(
  { client }: Pick<Tx, 'client'>,
  kind: MatchedKind,
  id: string | null = null,
): Promise<KeptModel | null> {
  const [newest] = rowsAs<{ id: string; written: string }>(
    await client.query(
      `SELECT id, xmin::text || ' ' || learnt_at::text AS written FROM match_model
      WHERE kind = $1 AND ($2::text IS NULL OR id = $2) ORDER BY learnt_at DESC, id DESC LIMIT 1`,
      [kind, id],
    ),
  )
  if (newest === undefined) return null
  const key = `${newest.id} ${newest.written}`
  const there = read.get(key)
  if (there !== undefined) return there
  const [row] = rowsAs<{ parameters: { readonly version?: unknown } }>(
    await client.query('SELECT parameters FROM match_model WHERE id = $1', [newest.id]),
  )
  // One that an older release learnt is learnt again.
  if (row === undefined || row.parameters.version !== MODEL_VERSION) return null
  if (read.size >= MOST_READ) read.clear()
  // It was written by us, from this very shape: reading it back is a parsing edge.
  const kept = { id: newest.id, model: carried<LinkageModel>(row.parameters) }
  read.set(key, kept)
  return kept
}

/** Keeps what was learnt, and gives its id. As the matcher. */
export async function keepModel(
  { client, now }: Pick<Tx, 'client' | 'now'>,
  kind: MatchedKind,
  model: LinkageModel,
): Promise<KeptModel> {
  const id = `${kind}-${now.toISOString().slice(0, 19).replaceAll(':', '')}`
  const pairs = model.rules.reduce((sum, rule) => sum + rule.pairs, 0)
  await client.query(
    `INSERT INTO match_model (id, kind, parameters, learnt_at, parties, pairs) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO NOTHING`,
    [id, kind, JSON.stringify(model), now, model.records, pairs],
  )
  return { id, model }
}
