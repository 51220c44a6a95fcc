import { MODEL_VERSION, type LinkageModel } from '#calculations/linkage/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { carried, rowsAs } from '#platform/edge.ts'
import type { MatchedKind } from '../identities/proposal.ts'

export interface KeptModel {
  readonly id: string
  readonly model: LinkageModel
}

/** The model that was learnt last of a kind, or the one of this id; null before the store was ever gone through. As the matcher. */
export async function findModel(
  { client }: Pick<Tx, 'client'>,
  kind: MatchedKind,
  id: string | null = null,
): Promise<KeptModel | null> {
  const [row] = rowsAs<{ id: string; parameters: { readonly version?: unknown } }>(
    await client.query(
      `SELECT id, parameters FROM match_model WHERE kind = $1 AND ($2::text IS NULL OR id = $2) ORDER BY learnt_at DESC, id DESC LIMIT 1`,
      [kind, id],
    ),
  )
  // One that an older release learnt is learnt again.
  if (row === undefined || row.parameters.version !== MODEL_VERSION) return null
  // It was written by us, from this very shape: reading it back is a parsing edge.
  return { id: row.id, model: carried(row.parameters) }
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
