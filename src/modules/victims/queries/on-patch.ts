import type { PatchReader } from '#kernel/areas/on-patch.ts'
import { londonDay, londonMidnight } from '#calculations/calendar/london-time.ts'
import type { Marking } from '#platform/access/reader.ts'
import { rowsAs } from '#platform/edge.ts'
import { victimHref, VICTIMS } from '../addresses.ts'
import { whatIsOwed } from './read-victim.ts'

/** As many as stand on the page of a patch; their own list has the rest. */
const SHOWN = 6

interface Row {
  readonly id: string
  readonly title: string
  readonly rule: string
  readonly owed: string
  readonly unsafe: boolean
  readonly dueAt: Date
  readonly marking: Marking
  readonly total: number
}

/** Victims of the area to whom something is owed by the end of today, or was before: those first who wait longest. */
const victimsOnPatch: PatchReader = async (tx, area) => {
  const tonight = new Date(londonMidnight(londonDay(tx.now.getTime()) + 1))
  const rows = rowsAs<Row>(
    await tx.client.query(
      `SELECT r.id, r.title, f.rule, f.title AS owed, v.no_safe_contact_since IS NOT NULL AS unsafe, f.due_at AS "dueAt",
        r.marking, count(*) OVER ()::integer AS total
      FROM (SELECT DISTINCT ON (d.record_id) d.record_id, d.rule, d.title, d.due_at FROM duty d
          WHERE d.area_id = ANY (ARRAY(SELECT inner_area FROM area_nesting WHERE outer_area = $1::bigint) || $1::bigint)
            AND d.subject_kind = 'victim' AND d.ended_at IS NULL AND d.list_at < $2
          ORDER BY d.record_id, d.list_at, d.id) f
        JOIN victim v ON v.id = f.record_id JOIN record r ON r.id = v.id
      ORDER BY f.due_at, r.id LIMIT ${SHOWN}`,
      [area, tonight],
    ),
  )
  return {
    title: 'Victims to tell today',
    href: `${VICTIMS}?of=area`,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, title, rule, owed, unsafe, dueAt, marking }) => ({
      kind: 'victim',
      id,
      title,
      href: victimHref(id),
      words: unsafe ? `No safe contact. ${whatIsOwed(rule, owed)}` : whatIsOwed(rule, owed),
      dueAt: dueAt.toISOString(),
      marking,
    })),
    none: { title: 'Nobody is to be told today', words: 'What is owed to a victim here by tonight stands here.' },
  }
}

/** What the page of a patch says of victims. */
export const victimsOnPatches: readonly PatchReader[] = [victimsOnPatch]
