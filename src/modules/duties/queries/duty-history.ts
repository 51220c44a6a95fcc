import { z } from 'zod'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'

/** A pause of a duty, or of one whose place it took. */
export const pauseModel = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime().nullable(),
  reason: z.string(),
  by: z.string().nullable(),
  resumedBy: z.string().nullable(),
})

/** Another duty that this one took the place of, or that took its place. */
export const relative = z.object({
  id: z.uuid(),
  title: z.string(),
  dueAt: z.iso.datetime().nullable(),
  at: z.iso.datetime(),
  kind: z.enum(['corrected', 'changed']),
  reason: z.string(),
})

export const tellingModel = z.object({
  at: z.iso.datetime(),
  /** Hundredths of the time that had passed. */
  crossed: z.int(),
  /** Nobody where none of those to tell works here. */
  to: z.array(z.string()),
})

interface PauseRow {
  readonly from: Date
  readonly to: Date | null
  readonly reason: string
  readonly by: string | null
  readonly resumedBy: string | null
}

const CHAIN = `WITH RECURSIVE chain AS (
    SELECT id FROM duty WHERE id = $1 UNION SELECT d.id FROM duty d JOIN chain c ON d.superseded_by = c.id)`

export async function readPausesOf(tx: Tx, duty: string): Promise<z.output<typeof pauseModel>[]> {
  const rows = rowsAs<PauseRow>(
    await tx.client.query(
      `${CHAIN} SELECT p.starts_at AS "from", p.ends_at AS "to", p.reason, b.name AS by, r.name AS "resumedBy"
      FROM duty_pause p LEFT JOIN account b ON b.id = p.paused_by LEFT JOIN account r ON r.id = p.resumed_by
      WHERE p.duty_id IN (SELECT id FROM chain) ORDER BY p.starts_at`,
      [duty],
    ),
  )
  return rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to?.toISOString() ?? null }))
}

interface RelativeRow {
  readonly id: string
  readonly side: 'before' | 'after'
  readonly title: string
  readonly dueAt: Date | null
  readonly at: Date
  readonly kind: 'corrected' | 'changed'
  readonly reason: string
}

/** What it took the place of, the newest first, and what took its own. */
export async function readRelatives(tx: Tx, duty: string) {
  const rows = rowsAs<RelativeRow>(
    await tx.client.query(
      `${CHAIN} SELECT d.id, 'before' AS side, d.title, d.due_at AS "dueAt", d.superseded_at AS at, d.superseded_kind AS kind,
        d.superseded_reason AS reason
      FROM duty d WHERE d.id IN (SELECT id FROM chain) AND d.id <> $1
      UNION ALL SELECT n.id, 'after', n.title, n.due_at, d.superseded_at, d.superseded_kind, d.superseded_reason
      FROM duty d JOIN duty n ON n.id = d.superseded_by WHERE d.id = $1
      ORDER BY at DESC`,
      [duty],
    ),
  )
  const models = rows.map(({ side, ...row }) => ({
    side,
    model: { ...row, dueAt: row.dueAt?.toISOString() ?? null, at: row.at.toISOString() },
  }))
  const on = (side: 'before' | 'after') => models.filter((one) => one.side === side).map(({ model }) => model)
  return { before: on('before'), after: on('after')[0] ?? null }
}

/** Who was told of it when, in their names. */
export async function readTellings(tx: Tx, duty: string): Promise<z.output<typeof tellingModel>[]> {
  return [
    ...rowsAs<z.output<typeof tellingModel>>(
      await tx.client.query(
        `SELECT said ->> 'at' AS at, (said ->> 'crossed')::integer AS crossed,
          ARRAY(SELECT a.name FROM account a
            WHERE a.id IN (SELECT jsonb_array_elements_text(said -> 'to')::uuid) ORDER BY a.name) AS to
        FROM duty d, jsonb_array_elements(d.told) WITH ORDINALITY AS t (said, n) WHERE d.id = $1 ORDER BY n`,
        [duty],
      ),
    ),
  ]
}
