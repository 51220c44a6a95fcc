import { z } from 'zod'
import { addMonths, getCivilMonth, monthsBetween, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { readSeries, readTableOver } from '#kernel/measures/read.ts'
import { query } from '#kernel/operations.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { about } from '#platform/operations/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { codeTimeliness } from '../measures/compliance-measures.ts'
import { byRight, byRule } from '../rules/vco06-by-right.ts'
import { teamsOver } from '../rules/vco07-teams.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { asked, monthText, READERS, rightModel, ruleModel, teamModel } from './model.ts'
import { readCompliance, readReach, type Within } from './read-compliance.ts'
import { readSaid, saidModel } from './said.ts'
import { unitNames } from './unit-names.ts'

const place = z.object({ id: z.int(), name: z.string() })

export const showCompliance = query({
  name: 'victim.compliance',
  summary: 'How far the Victims’ Code is kept: by right, standard and enhanced, month by month, and by team',
  input: z.object({ ...asked, area: optionalId('Area'), unit: optionalId('Team') }),
  output: z.object({
    /** The last month that is counted; null while nothing has been. */
    month: monthText.nullable(),
    period: z.int(),
    right: z.int().nullable(),
    area: z.int().nullable(),
    unit: z.int().nullable(),
    /** The months that can be chosen, the latest first. */
    months: z.array(monthText).readonly(),
    /** When the table was counted. */
    computedAt: z.string().nullable(),
    /** Of the whole force small numbers are withheld; of an area or a team are counted those that the reader may open. */
    published: z.boolean(),
    rights: z.array(rightModel).readonly(),
    /** The rules of the right that was asked for. */
    rules: z.array(ruleModel).readonly(),
    teams: z.array(teamModel).readonly(),
    /** What victims said who were drawn by lot and called back. */
    said: saidModel.nullable(),
    /** Of which areas and teams the reader may open the duties. */
    areas: z.array(place).readonly(),
    units: z.array(place).readonly(),
  }),
  access: READERS,
  purpose: PURPOSE,
  audit: {
    event: 'victim.compliance-shown',
    subjects: about.nobody,
    detail: (_, { month, period, right, area, unit }) => ({ month, period, right, area, unit }),
  },
  async run(tx, input) {
    const { period, area, unit, right } = input
    refuseBeyondReach(tx, { area, unit })
    const force = await readSeries(tx, codeTimeliness, { of: 'force' })
    const months = force.figures.map(({ month }) => month).toReversed()
    const month = months.find((one) => one === input.month) ?? months[0] ?? null
    const computedAt = force.freshness.computedAt?.toISOString() ?? null
    const head = { month, period, right, area, unit, months, computedAt }
    const published = area === null && unit === null
    if (month === null)
      return { ...head, published, rights: [], rules: [], teams: [], said: null, areas: [], units: [] }
    const { rights, rules } = await readRights(tx, { month, period, right, within: { area, unit } })
    const said = await readSaid(tx, addMonths(month, 1 - period), month)
    const [teams, reach] = await Promise.all([
      readTeams(tx, month, period),
      readReach(tx, addMonths(month, -11), month),
    ])
    return { ...head, published, rights, rules, teams, said, ...reach }
  },
})

/** Of an area or team that lies beyond the reader’s reach, or in it in part, a count would pass for the whole. Throws NotFound. */
export function refuseBeyondReach({ reader }: Pick<Tx, 'reader'>, { area, unit }: Within): void {
  if (reader.forceWide) return
  if (area !== null && !reader.areas.includes(area)) throw new NotFound({ kind: 'area', id: String(area) })
  if (unit !== null && !reader.units.includes(unit)) throw new NotFound({ kind: 'unit', id: String(unit) })
}

interface RightsAsked {
  readonly month: CivilMonth
  readonly period: number
  readonly right: z.output<typeof asked.right>
  readonly within: Within
}

/** The table by right, of the twelve months up to that month, the last of them added up; and by rule of one right. */
export async function readRights(tx: Tx, { month, period, right, within }: RightsAsked) {
  const from = addMonths(month, -11)
  const counted = await readCompliance(tx, { from, to: month, lateFrom: addMonths(month, 1 - period) }, within)
  const published = within.area === null && within.unit === null
  const how = { months: monthsBetween(from, month), last: period, published }
  return { rights: byRight(counted, how), rules: right === null ? [] : byRule(counted, right, how) }
}

/** Each team of the force over the months, as the measure shows it. */
export async function readTeams(tx: Tx, month: CivilMonth, period: number) {
  const from = addMonths(month, 1 - period)
  const tables = await readTableOver(tx, codeTimeliness, 'unit', from, month)
  const given = tables.map(({ id, figure }) => ({ ...figure, id, month: getCivilMonth(figure.month) }))
  const teams = teamsOver(given, monthsBetween(from, month))
  const names = await unitNames(
    tx,
    teams.flatMap(({ id }) => id ?? []),
  )
  return teams
    .filter(({ id, owed }) => id !== null || owed !== 0)
    .map((team) => ({
      ...team,
      name: team.id === null ? 'No team of these' : (names.get(team.id) ?? `No. ${team.id}`),
    }))
    .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || a.name.localeCompare(b.name, 'en-GB'))
}
