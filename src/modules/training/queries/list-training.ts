import { z } from 'zod'
import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { daysInMonth, findCivilMonth } from '#calculations/calendar/civil-month.ts'
import { COMPETENCE_CODES } from '#kernel/competences/competences.ts'
import { STANDINGS } from '#kernel/competences/rules/trn02-standing.ts'
import { query } from '#kernel/operations.ts'
import { ownUnit } from '#kernel/organisation/posting/own-unit.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { today } from '#kernel/organisation/today.ts'
import { keysOf } from '#platform/edge.ts'
import { optionalId, optionalText } from '#platform/forms/fields.ts'
import { countedPeople, type CountedPerson } from './counted-people.ts'

const option = z.object({ value: z.string(), text: z.string() })

export const listTraining = query({
  name: 'training.list',
  summary: 'List whose training is current, lapses soon, has lapsed or was never recorded: of your teams, and your own',
  input: z.object({
    competence: optionalChoice('what the training is in', COMPETENCE_CODES),
    /** A policing area, or an area within one. */
    area: optionalId('Area'),
    unit: optionalId('Team'),
    standing: optionalChoice('how it stands', keysOf(STANDINGS)),
    /** As it stood when that month (`2026-11`) was over; today where none is given. */
    month: optionalText('Month', 7),
    page: pageNumber,
  }),
  output: z.object({
    day: z.string(),
    people: z
      .array(
        z.object({
          account: z.uuid(),
          name: z.string(),
          unit: z.int(),
          unitName: z.string(),
          areaName: z.string().nullable(),
          gainedOn: z.string().nullable(),
          standing: z.enum(keysOf(STANDINGS)),
          until: z.string().nullable(),
        }),
      )
      .readonly(),
    total: z.int(),
    /** Of all that were asked for but for how it stands. */
    standings: z.record(z.enum(keysOf(STANDINGS)), z.int()),
    /** How many more are in that area or team whose training the reader may not see; null where neither was asked for. */
    hidden: z.int().nullable(),
    areas: z.array(option).readonly(),
    units: z.array(option).readonly(),
    /** Where the reader is posted, to record a course there. */
    ownUnit: z.int().nullable(),
    page: z.int(),
    filter: z.object({
      competence: z.enum(COMPETENCE_CODES),
      area: z.int().nullable(),
      unit: z.int().nullable(),
      standing: z.enum(keysOf(STANDINGS)).nullable(),
      month: z.string().nullable(),
    }),
  }),
  access: { staff: 'any' },
  purpose: 'training',
  audit: {
    event: 'training.listed',
    subjects: (_, { people }) => people.map(({ account }) => ({ kind: 'account', id: account })),
    detail: ({ page }, { total, filter }) => ({ page, total, filter }),
  },
  async run(tx, { page, month, ...asked }) {
    const filter = {
      competence: asked.competence ?? ('problem-solving' as const),
      area: asked.area,
      unit: asked.unit,
      standing: asked.standing,
      month: month === null ? null : (findCivilMonth(month) ?? null),
    }
    const day = dayOf(filter.month, today(tx))
    const all = await countedPeople(tx, filter.competence, day, { area: null, unit: null })
    const narrowed = filter.area !== null || filter.unit !== null
    const found = narrowed ? await countedPeople(tx, filter.competence, day, filter) : all
    const wanted = found.open
      .filter(({ standing }) => filter.standing === null || standing === filter.standing)
      .toSorted((one, other) => placeOf(one) - placeOf(other))
    const first = (page - 1) * PAGE_SIZE
    return {
      day,
      people: wanted.slice(first, first + PAGE_SIZE),
      total: wanted.length,
      standings: countsOf(found.open),
      hidden: narrowed ? found.hidden : null,
      areas: optionsOf(all.open.map(({ area, areaName }) => [area, areaName])),
      units: optionsOf(all.open.map(({ unit, unitName }) => [unit, unitName])),
      ownUnit: (await ownUnit(tx)).unit,
      page,
      filter,
    }
  },
})

/** The last day of the month, or today while it lasts. */
function dayOf(month: string | null, now: CivilDate): CivilDate {
  const known = month === null ? undefined : findCivilMonth(month)
  if (known === undefined) return now
  const last = getCivilDate(`${known}-${daysInMonth(known)}`)
  return last < now ? last : now
}

/** Those who need something first; within, by area, team and name as they came. */
function placeOf({ standing }: CountedPerson): number {
  return keysOf(STANDINGS).indexOf(standing)
}

function countsOf(people: readonly CountedPerson[]) {
  const of = (standing: CountedPerson['standing']) => people.filter((one) => one.standing === standing).length
  return { lapsed: of('lapsed'), lapsing: of('lapsing'), never: of('never'), current: of('current') }
}

function optionsOf(of: readonly (readonly [id: number | null, name: string | null])[]) {
  const names = new Map(of.flatMap(([id, name]) => (id === null || name === null ? [] : [[String(id), name] as const])))
  return [...names].map(([value, text]) => ({ value, text })).toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))
}
