import { type CivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { remakeMonthlyCounts } from '#kernel/occurrences/monthly-counts.ts'
import { withClient } from '../../setup/client.ts'

/** How often something happened in a neighbourhood, in each month. */
export interface Course {
  readonly neighbourhood: string
  readonly category: string
  readonly inMonth: (month: CivilMonth) => number
}

/**
 * Crimes of these courses, first month to last, both included, at a point of each neighbourhood: the force that the journeys share is
 * too small, and has too few months, for an effect to be told from chance.
 */
export async function addCourses(
  databaseUrl: string,
  [first, last]: readonly [CivilMonth, CivilMonth],
  courses: readonly Course[],
): Promise<void> {
  const rows = courses.flatMap(({ neighbourhood, category, inMonth }) =>
    monthsBetween(first, last).flatMap((month) =>
      Array.from({ length: inMonth(month) }, (_, at) => ({
        neighbourhood,
        category,
        on: `${month}-${String(1 + (at % 28)).padStart(2, '0')}`,
      })),
    ),
  )
  await withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month, location_id,
        location_precision, location_text, marking, known_at)
      SELECT 'records-extract', i.publisher, 'crime', e.category, e.on + interval '12 hours', e.on + interval '13 hours', 'day',
        date_trunc('month', e.on), p.location, 'exact', 'On or near the square', 'OFFICIAL', e.on + interval '14 hours'
      FROM installation i, unnest($1::text[], $2::text[], $3::timestamptz[]) AS e (neighbourhood, category, "on")
      JOIN LATERAL (SELECT min(l.location_id) AS location FROM area a JOIN location_area l ON l.area_id = a.id
        WHERE a.kind = 'neighbourhood' AND a.name = e.neighbourhood) p ON p.location IS NOT NULL`,
      [rows.map((row) => row.neighbourhood), rows.map((row) => row.category), rows.map((row) => row.on)],
    )
    if (rowCount !== rows.length) throw new Error('Not every neighbourhood of these courses is in the demonstration.')
    const { rows: published } = await client.query<{ publisher: string }>('SELECT publisher FROM installation')
    const counted = published.flatMap(({ publisher }) =>
      monthsBetween(first, last).map((month) => ({ publisher, month: `${month}-01` })),
    )
    await remakeMonthlyCounts({ client }, counted)
  })
}
