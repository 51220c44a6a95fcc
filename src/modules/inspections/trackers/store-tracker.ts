import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { findDue } from '../report/ins12-due.ts'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { TrackerRejection, TrackerRow } from './read-tracker.ts'

/** What was new of a tracker. */
export interface TrackerStored {
  readonly recommendations: number
  readonly copies: number
  readonly entries: number
  /** Lines that were there already. */
  readonly alreadyThere: number
}

/** Where the file says otherwise than what is kept: a copy's number, its force or its text. */
export async function contradictionsOf(tx: Tx, rows: readonly TrackerRow[]): Promise<readonly TrackerRejection[]> {
  const kept = rowsAs<{ number: string | null; force: string; text: string }>(
    await tx.client.query(
      `SELECT k.tracker_number AS number, k.force_name AS force, n.title AS text
      FROM national_copy k JOIN national_recommendation n ON n.id = k.recommendation_id
      WHERE k.tracker_number = ANY ($1) OR (n.title = ANY ($2) AND k.force_name = ANY ($3))`,
      [rows.map(({ number }) => number), rows.map(({ text }) => text), rows.map(({ force }) => force)],
    ),
  )
  return rows.flatMap(({ line, number, force, text }) => {
    const column = 'tracker_id'
    const other = kept.find((copy) => copy.number === number && (copy.force !== force || copy.text !== text))
    if (other !== undefined)
      return [{ line, column, reason: `${number} is kept already, of ${other.force}: “${other.text}”.` }]
    const copy = kept.find((each) => each.force === force && each.text === text && each.number !== number)
    return copy === undefined ? [] : [{ line, column, reason: `${force} is kept with the number ${copy.number}.` }]
  })
}

/** Saves what is not there yet; the same tracker again adds nothing. Three statements. */
export async function storeTracker(tx: Tx, rows: readonly TrackerRow[]): Promise<TrackerStored> {
  const sent = JSON.stringify(rows)
  const by = [tx.reader.account, tx.now]
  const raisedOn = new Map<string, CivilDate>()
  for (const { text, on } of rows) if (on < (raisedOn.get(text) ?? '9')) raisedOn.set(text, on)
  const texts = [...raisedOn].map(([text, raised]) => ({ text, raised, due: findDue(text, raised)?.date ?? null }))
  const recommendations = await tx.client.query(
    `INSERT INTO national_recommendation (id, title, text, raised_on, due, entered_by, entered_at)
    SELECT gen_random_uuid(), t.text, t.text, t.raised, t.due, $2, $3
    FROM jsonb_to_recordset($1::jsonb) AS t (text text, raised date, due date) ON CONFLICT DO NOTHING`,
    [JSON.stringify(texts), ...by],
  )
  const copies = await tx.client.query(
    `INSERT INTO national_copy (id, recommendation_id, force_name, tracker_number, kind)
    SELECT gen_random_uuid(), n.id, t.force, min(t.number), min(t.kind)
    FROM jsonb_to_recordset($1::jsonb) AS t (text text, force text, number text, kind text)
      JOIN national_recommendation n ON n.title = t.text
    GROUP BY n.id, t.force ON CONFLICT DO NOTHING`,
    [sent],
  )
  const entries = await tx.client.query(
    `INSERT INTO tracker_entry (id, copy_id, on_date, status, words, entered_by, entered_at, marking)
    SELECT gen_random_uuid(), k.id, t."on", t.status, t.words, $2, $3, 'OFFICIAL'
    FROM jsonb_to_recordset($1::jsonb) AS t (line integer, text text, force text, "on" date, status text, words text)
      JOIN national_recommendation n ON n.title = t.text
      JOIN national_copy k ON k.recommendation_id = n.id AND k.force_name = t.force
    ORDER BY t.line ON CONFLICT DO NOTHING`,
    [sent, ...by],
  )
  const added = entries.rowCount ?? 0
  return {
    recommendations: recommendations.rowCount ?? 0,
    copies: copies.rowCount ?? 0,
    entries: added,
    alreadyThere: rows.length - added,
  }
}
