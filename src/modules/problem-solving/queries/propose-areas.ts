import { z } from 'zod'
import { monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, type CivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { type AreaSeries, proposeComparisons } from '#calculations/evaluation/comparison-areas.ts'
import { neighboursOfKind } from '#kernel/areas/neighbours.ts'
import { isAreaKind } from '#kernel/areas/kinds.ts'
import { populationFor } from '#kernel/areas/populations.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import type { Times } from '../rules/pop17-times.ts'
import { coverageOf, firstCovered, type OwnRows, sourceOf } from './evaluation-data.ts'

const proposed = z.object({ id: z.int(), name: z.string(), reasons: z.array(z.string()) })

export const areaProposals = z.object({
  /** Most alike first. A person chooses: being first is no choice. */
  comparison: z.array(proposed),
  /** Why they are in no order, where they are not. */
  unordered: z.string().nullable(),
  /** How many were left out, and for what. */
  leftOut: z.array(z.object({ why: z.string(), areas: z.int() })),
  ring: z.array(z.object({ id: z.int(), name: z.string() })),
  /** How the ring was found. */
  ringBy: z.string(),
})
export type AreaProposals = z.output<typeof areaProposals>

/** Two years, so that every season counts twice. */
const COURSE_MONTHS = 24
/** As many as somebody looks through. */
const SHOWN = 12
const SHOWN_UNORDERED = 40

interface Asked {
  readonly treated: readonly number[]
  readonly kind: string
  readonly categories: readonly string[]
  readonly times: Times
}

/**
 * Areas to compare with and areas around, of the kind of those that were treated. Likeness is of the published monthly counts,
 * which the whole force may read; what lies around is told by outlines, or by the larger area where there are none.
 */
export async function proposeAreas(tx: Tx, own: OwnRows, asked: Asked): Promise<AreaProposals> {
  const { kind, treated } = asked
  if (!isAreaKind(kind) || treated.length === 0)
    return { comparison: [], unordered: 'Choose first where it was done.', leftOut: [], ring: [], ringBy: '' }
  const areas = rowsAs<{ id: number; name: string; outers: readonly number[] }>(
    await tx.client.query(
      `SELECT a.id, a.name, array(SELECT n.outer_area FROM area_nesting n JOIN area o ON o.id = n.outer_area
          AND o.kind = 'policing-area' WHERE n.inner_area = a.id) AS outers
      FROM area a WHERE a.kind = $1 AND a.valid_to IS NULL ORDER BY a.name, a.id`,
      [kind],
    ),
  )
  const neighbours = await neighboursOfKind(tx, kind)
  const byOutline = neighbours.touching(treated)
  const same = areas.filter(({ id }) => treated.includes(id)).flatMap(({ outers }) => outers)
  const around =
    byOutline ??
    areas
      .filter(({ id, outers }) => !treated.includes(id) && outers.some((one) => same.includes(one)))
      .map(({ id }) => id)
  const beyond = byOutline === undefined ? [] : (neighbours.touching([...treated, ...around]) ?? [])
  const near = new Set([...around, ...beyond])
  const ranked = await rankAreas(tx, own, asked, areas, near)
  return {
    ...ranked,
    ring: areas.filter(({ id }) => around.includes(id)).map(({ id, name }) => ({ id, name })),
    ringBy:
      byOutline === undefined
        ? 'No outline says which areas touch it: these lie in the same policing area.'
        : 'Areas whose outline touches it.',
  }
}

async function rankAreas(
  tx: Tx,
  own: OwnRows,
  asked: Asked,
  areas: readonly { readonly id: number; readonly name: string }[],
  near: ReadonlySet<number>,
): Promise<Pick<AreaProposals, 'comparison' | 'unordered' | 'leftOut'>> {
  const { treated, times } = asked
  const others = areas.filter(({ id }) => !treated.includes(id))
  const course = await courseOf(tx, own, asked, areas)
  const people = await populationFor(
    tx,
    areas.map(({ id }) => id),
    Number(times.afterFrom.slice(0, 4)),
  )
  const series = ({ id, name }: { readonly id: number; readonly name: string }): AreaSeries => ({
    id: String(id),
    name,
    months: course.months.map((month) => course.events.get(`${id} ${month}`) ?? 0),
    residents: people.get(id)?.people ?? 0,
  })
  const ownSeries = areas.filter(({ id }) => treated.includes(id)).map(series)
  const together: AreaSeries = {
    id: 'treated',
    name: 'where it was done',
    months: course.months.map((_, at) => ownSeries.reduce((sum, one) => sum + (one.months[at] ?? 0), 0)),
    residents: ownSeries.reduce((sum, one) => sum + one.residents, 0),
  }
  const unordered = (words: string) => ({
    comparison: others
      .filter(({ id }) => !near.has(id))
      .slice(0, SHOWN_UNORDERED)
      .map((area) => ({ ...area, reasons: [] })),
    unordered: words,
    leftOut: [],
  })
  if (together.residents === 0)
    return unordered('How many people live there is not loaded, so areas cannot be likened to it.')
  const found = proposeComparisons(
    together,
    others.map((area) => ({ ...series(area), touches: near.has(area.id) })),
  )
  if (found.kind === 'refused') return unordered(found.words)
  const left = new Map<string, number>()
  for (const { why } of found.leftOut) left.set(why, (left.get(why) ?? 0) + 1)
  return {
    comparison: found.areas
      .slice(0, SHOWN)
      .map(({ id, name, reasons }) => ({ id: Number(id), name, reasons: [...reasons] })),
    unordered: null,
    leftOut: [...left].map(([why, count]) => ({ why, areas: count })),
  }
}

/** Published counts of the months before the action, as many as are covered on end, two years at most. */
async function courseOf(
  tx: Tx,
  own: OwnRows,
  { times, categories }: Asked,
  areas: readonly { readonly id: number }[],
): Promise<{ readonly months: readonly CivilMonth[]; readonly events: ReadonlyMap<string, number> }> {
  const until = monthOf(times.afterFrom)
  const coverage = await coverageOf(tx, own, addMonths(until, -COURSE_MONTHS))
  const source = sourceOf(coverage, times.beforeFrom, times.beforeTo)
  if (source.kind === 'refused') return { months: [], events: new Map() }
  const months = monthsBetween(firstCovered(source, until, COURSE_MONTHS), addMonths(until, -1))
  const rows = rowsAs<{ area: number; month: string; events: number }>(
    await tx.client.query(
      `SELECT area_id AS area, to_char(month, 'YYYY-MM') AS month, sum(incidents)::integer AS events FROM monthly_count
      WHERE publisher = $1 AND area_id = ANY ($2::bigint[]) AND category = ANY ($3) AND (source = 'street') = $4
        AND month BETWEEN ($5 || '-01')::date AND ($6 || '-01')::date GROUP BY 1, 2`,
      [
        own.publisher,
        areas.map(({ id }) => id),
        categories,
        source.precision === 'month',
        months[0] ?? until,
        months.at(-1) ?? until,
      ],
    ),
  )
  return { months, events: new Map(rows.map(({ area, month, events }) => [`${area} ${month}`, events])) }
}
