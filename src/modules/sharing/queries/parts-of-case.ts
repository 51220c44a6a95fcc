import { CATEGORIES, TYPES, type AsbType, type Category } from '#kernel/antisocial-behaviour/lists.ts'
import { POWERS, type PowerCode } from '#kernel/antisocial-behaviour/powers.ts'
import { stageWords } from '#kernel/records/record.ts'
import { written, type Part } from '#kernel/sharing/shares.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { dayWithYear } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'

interface Act {
  readonly title: string
  readonly who: string
  readonly due: string | null
  readonly state: string
}

interface CaseRow {
  readonly stage: string
  readonly area: string | null
  readonly place: string
  readonly category: Category
  readonly type: AsbType
  readonly risk: string | null
  readonly hate: boolean
  readonly who: string | null
  readonly incidents: readonly { readonly type: AsbType; readonly times: number }[]
  readonly firstMonth: string | null
  readonly lastMonth: string | null
  readonly actions: readonly Act[]
  readonly powers: readonly { readonly power: PowerCode; readonly until: string; readonly ended: boolean }[]
}

/**
 * What can be opened of a case of anti-social behaviour, part by part, as it stands now. The name of whom it harms and the
 * risk to them are classes of their own, and the name is there only for a reader who may open the person. Never answers to
 * the risk form, evidence of a power, the case review, the timeline or who works on it. One statement; nothing where the case
 * is out of reach.
 */
export async function partsOfCase(tx: Tx, id: string): Promise<Part[]> {
  const [row] = rowsAs<CaseRow>(
    await tx.client.query(
      `WITH incident AS (SELECT i.asb_type AS type, o.month FROM asb_incident i JOIN occurrence o ON o.id = i.occurrence_id
        WHERE i.case_id = $1)
      SELECT r.stage, a.name AS area, c.place, c.category, c.asb_type AS type, c.risk, c.hate, p.label AS who,
        coalesce((SELECT jsonb_agg(jsonb_build_object('type', t.type, 'times', t.times) ORDER BY t.times DESC, t.type)
          FROM (SELECT type, count(*)::integer AS times FROM incident GROUP BY type) t), '[]') AS incidents,
        (SELECT min(month)::text FROM incident) AS "firstMonth", (SELECT max(month)::text FROM incident) AS "lastMonth",
        coalesce((SELECT jsonb_agg(jsonb_build_object('title', t.title, 'who', coalesce(g.name, 'the police'), 'due', t.due_on::text,
            'state', CASE WHEN t.done_at IS NULL THEN 'to do' ELSE 'done' END) ORDER BY t.due_on NULLS LAST, t.id)
          FROM action t LEFT JOIN agency g ON g.id = t.assignee_agency_id
          WHERE t.record_id = c.id AND t.dropped_at IS NULL), '[]') AS actions,
        coalesce((SELECT jsonb_agg(jsonb_build_object('power', w.power, 'until', w.until::text, 'ended', w.ended_on IS NOT NULL)
          ORDER BY w.chosen_at, w.id) FROM asb_power w WHERE w.case_id = c.id), '[]') AS powers
      FROM asb_case c JOIN record r ON r.id = c.id LEFT JOIN area a ON a.id = r.area_id LEFT JOIN party p ON p.id = c.party_id
      WHERE c.id = $1`,
      [id],
    ),
  )
  if (row === undefined) return []
  return written([
    ['summary', 'How far it has come', stageWords(row.stage)],
    ['summary', 'What it is', TYPES[row.type]],
    ['summary', 'Category', CATEGORIES[row.category]],
    ['summary', 'Where', row.area === null ? row.place : `${row.place}, ${row.area}`],
    ['incidents', 'What was reported', reportedWords(row)],
    ...row.actions.map(
      ({ title, who, due, state }) =>
        ['responses', title, `${who}, ${state}${due === null ? '' : `, by ${dayWithYear(due)}`}`] as const,
    ),
    ...row.powers.map(
      ({ power, until, ended }) =>
        ['responses', POWERS[power].name, ended ? 'ended' : `until ${dayWithYear(until)}`] as const,
    ),
    ['person', 'Whom it harms', row.who],
    [
      'risk',
      'The risk to them',
      row.risk === null ? null : `${row.risk}${row.hate ? '; it aims at who they are' : ''}`,
    ],
  ])
}

/** "3 incidents, from 2026-08 to 2026-10: noise 2, rowdy or nuisance neighbours 1". */
function reportedWords({ incidents, firstMonth, lastMonth }: CaseRow): string | null {
  const all = incidents.reduce((sum, { times }) => sum + times, 0)
  if (all === 0 || firstMonth === null || lastMonth === null) return null
  const [from, to] = [firstMonth.slice(0, 7), lastMonth.slice(0, 7)]
  const when = from === to ? `in ${from}` : `from ${from} to ${to}`
  const kinds = incidents.map(({ type, times }) => `${TYPES[type].toLowerCase()} ${count(times)}`).join(', ')
  return `${plural(all, 'incident')}, ${when}: ${kinds}`
}

/** Whose name it is, where the reader may open them: for the audit. */
export async function personOfCase(tx: Tx, id: string): Promise<number | null> {
  const [row] = rowsAs<{ id: number }>(
    await tx.client.query('SELECT p.id FROM asb_case c JOIN party p ON p.id = c.party_id WHERE c.id = $1', [id]),
  )
  return row?.id ?? null
}
