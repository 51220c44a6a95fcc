import { z } from 'zod'
import { startOfLondonDay } from '#calculations/calendar/london-time.ts'
import { currencyByArea, type AreaCurrency } from '#kernel/competences/counted.ts'
import { records } from '#kernel/competences/recorders.ts'
import { query } from '#kernel/operations.ts'
import { today } from '#kernel/organisation/today.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { about } from '#platform/operations/define.ts'
import { keysOf, rowsAs } from '#platform/edge.ts'
import { unworkedIn } from '../rules/con01-unworked.ts'
import { consistencySince } from '../rules/con02-year.ts'
import { typeOf } from '../rules/pattern-type.ts'
import { patternTitle } from '../rules/pattern-words.ts'
import { findCandidates } from './candidate-rows.ts'
import { SHARES, sharesByArea, type Share, type ShareRow } from './consistency-rows.ts'

const share = z.object({ count: z.int(), of: z.int(), unknown: z.int() })
const areaShares = z.object({
  id: z.int(),
  name: z.string(),
  openPlans: z.int(),
  shares: z.record(z.enum(keysOf(SHARES)), share),
  /** Of the people of its neighbourhood units, those whose training in problem-solving is current today (TRN03); null where the
   * reader's posting does not let them see whose it is. */
  training: share.nullable(),
})
export type AreaShares = z.output<typeof areaShares>

export const showConsistency = query({
  name: 'problem.consistency',
  summary: 'Whether problems are worked on in the same way in every policing area in your reach, and where nobody does',
  input: z.object({}),
  output: z.object({
    /** The first day that is counted. */
    since: z.string(),
    /** Policing areas that the reader covers, whole. */
    areas: z.array(areaShares).readonly(),
    unworked: z
      .array(
        z.object({
          id: z.int(),
          name: z.string(),
          openPlans: z.int(),
          waiting: z.int(),
          unworked: z.int(),
          largest: z.object({ id: z.uuid(), title: z.string(), rows: z.int() }).nullable(),
        }),
      )
      .readonly(),
  }),
  access: { staff: ['commander', 'chief-officer', 'analyst', 'inspection-lead'] },
  purpose: 'problem solving',
  audit: {
    event: 'problem.consistency-shown',
    subjects: about.nobody,
    detail: (_, { areas }) => ({ areas: areas.map(({ id }) => id) }),
  },
  async run(tx) {
    const since = consistencySince(today(tx))
    const covered = await coveredAreas(tx)
    const rows = await sharesByArea(tx, startOfLondonDay(since))
    const trained = records(tx.reader.roles) ? await currencyByArea(tx, 'problem-solving', today(tx)) : null
    const areas = covered.map((area) => ({ ...sharesOf(area, rows), training: trainingIn(area.id, trained) }))
    const patterns = (await findCandidates(tx, { state: 'open' })).map((pattern) => ({
      ...pattern,
      type: typeOf(pattern),
      title: patternTitle(pattern),
    }))
    const worked = rows.flatMap(({ what, area, type }) => (what === 'open' && type !== null ? [{ area, type }] : []))
    const unworked = unworkedIn(patterns, worked).flatMap(({ area, waiting, unworked: left }) => {
      const here = areas.find(({ id }) => id === area)
      const [largest] = left
      if (here === undefined) return []
      return [
        {
          id: here.id,
          name: here.name,
          openPlans: here.openPlans,
          waiting,
          unworked: left.length,
          largest: largest === undefined ? null : { id: largest.id, title: largest.title, rows: largest.rows },
        },
      ]
    })
    return { since, areas, unworked }
  },
})

/** Of an area that is covered in part only, counts would be of a part too: it is left out. */
async function coveredAreas(tx: Tx) {
  return rowsAs<{ id: number; name: string }>(
    await tx.client.query(
      `SELECT id, name FROM area WHERE kind = 'policing-area' AND valid_to IS NULL AND ($1 OR id = ANY ($2::bigint[]))
      ORDER BY name, id`,
      [tx.reader.forceWide, tx.reader.areas],
    ),
  )
}

function trainingIn(id: number, trained: readonly AreaCurrency[] | null): AreaShares['training'] {
  if (trained === null) return null
  const here = trained.find(({ area }) => area === id)
  return { count: here?.current ?? 0, of: here?.of ?? 0, unknown: 0 }
}

function sharesOf(
  area: { readonly id: number; readonly name: string },
  rows: readonly ShareRow[],
): Omit<AreaShares, 'training'> {
  const here = rows.filter((row) => row.area === area.id)
  const of = (what: Share) => {
    const found = here.find((row) => row.what === what)
    return { count: found?.count ?? 0, of: found?.of ?? 0, unknown: found?.unknown ?? 0 }
  }
  return {
    ...area,
    openPlans: here.filter(({ what }) => what === 'open').reduce((sum, { count }) => sum + count, 0),
    shares: {
      stages: of('stages'),
      reviews: of('reviews'),
      quality: of('quality'),
      solved: of('solved'),
      'held-3': of('held-3'),
      'held-6': of('held-6'),
      'held-12': of('held-12'),
    },
  }
}
