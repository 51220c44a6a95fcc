import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import type { CivilMonth } from '#calculations/calendar/civil-month.ts'
import type { Measure } from '#kernel/measures/define.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import type { RuleCode } from '#kernel/victims-code/victim-rule.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { COMPLIANCE_DUTIES } from '../addresses.ts'
import { countDuties, OWED } from '../queries/count-duties.ts'
import { keepCompliance } from '../queries/keep-compliance.ts'
import { AT_ONCE_RULES, CLOCKLESS_RULES, COUNTED_RULES, countedUnder } from '../rules/vco01-counted-under.ts'
import { addMonths } from '#calculations/calendar/civil-month.ts'
import { valuesOf } from './values-of.ts'

const COMMON = {
  version: 1,
  unknown:
    'duties whose clock stood still when the month ended, whose event has no date yet, or that no clock is set for and nothing is recorded of',
  unit: 'per cent',
  direction: 'higher',
  question: 'E2',
  source: 'the duties of this system; those in a compartment are left out',
  authority: 'A measure of our own, of what the code for victims asks',
  by: ['area', 'unit'],
} as const satisfies Partial<Measure>

type Head = Pick<Measure, 'code' | 'name' | 'definition' | 'numerator' | 'denominator'>

/** Of what fell due in a month under a rule of the code, or all of them, how much was met in time. */
function codeMeasure(head: Head, rule: RuleCode | null): Measure {
  const rules = rule === null ? COUNTED_RULES : COUNTED_RULES.filter((code) => countedUnder(code)?.rule === rule)
  return {
    ...COMMON,
    ...head,
    compute: async (tx, from, to) => {
      const tallies = await countDuties(tx, rules, from, to)
      // The table of the rights is kept with the measure, in one transaction, so that the two never differ.
      if (rule === null) await keepCompliance(tx, tallies, from, to)
      return { values: await valuesOf(tx, tallies), sourceAt: await lastChange(tx, rules) }
    },
    rowsAt: ({ month, area, unit }) => address(COMPLIANCE_DUTIES, { month, area, unit, rule }),
    population: (tx, month) => owedIn(tx, rules, month),
  }
}

/** VC-TIMELY: how far the code for victims is kept. */
export const codeTimeliness = codeMeasure(
  {
    code: 'VC-TIMELY',
    name: 'The Victims’ Code kept in time',
    definition:
      'Of what the force owed to victims under the code in force for them and that fell due in the month, the share that was met by then. What was waived counts as not met; what was replaced, as when rights became enhanced, counts under what took its place. What the prosecutors or probation owe is left out. It says nothing of how well somebody was told, or whether it helped them.',
    numerator: 'duties under the twelve rights that were met by their due time, or done where no time is set',
    denominator: 'all such duties that fell due in the month, or were done or waived where no time is set',
  },
  null,
)

export const complianceMeasures: readonly Measure[] = [
  codeTimeliness,
  codeMeasure(
    {
      code: 'VC-NEEDS',
      name: 'Victims’ needs assessed in time',
      definition:
        'Of the victims whose needs were to be assessed in the month, the share for whom that was done by then: by the end of the day on which they were first spoken to, a limit of this project. It says nothing of what was found.',
      numerator: 'assessments that were made by their due time',
      denominator: 'all assessments that fell due in the month, up to now',
    },
    'VC04',
  ),
  codeMeasure(
    {
      code: 'VC-UPDATED',
      name: 'Victims updated as was agreed',
      definition:
        'Of the updates that fell due in the month, by the rhythm agreed with each victim or every 28 days, the share that reached them by then. An attempt counts as none.',
      numerator: 'updates that reached the victim by their due time',
      denominator: 'all updates that fell due in the month, up to now',
    },
    'VC07',
  ),
  codeMeasure(
    {
      code: 'VC-VPS',
      name: 'Personal statements offered',
      definition:
        'Of the victims who were to be offered a personal statement in the month, the share to whom it was offered in time. Whether they made one is theirs to choose, and not counted.',
      numerator: 'offers that were made by their due time, or made where no time is set',
      denominator: 'all offers that fell due in the month, up to now',
    },
    'VC30',
  ),
]

async function owedIn(tx: Tx, rules: readonly string[], month: CivilMonth): Promise<readonly string[]> {
  const rows = rowsAs<{ id: string }>(
    await tx.client.query(`SELECT DISTINCT id FROM (${OWED}) AS owed WHERE how <> 'unknown' ORDER BY id`, [
      startOfLondonMonth(month),
      startOfLondonMonth(addMonths(month, 1)),
      tx.now,
      rules,
      CLOCKLESS_RULES,
      AT_ONCE_RULES,
    ]),
  )
  return rows.map(({ id }) => `duty:${id}`)
}

async function lastChange(tx: Tx, rules: readonly string[]): Promise<Date | null> {
  const [row] = rowsAs<{ at: Date | null }>(
    await tx.client.query(
      'SELECT greatest(max(opened_at), max(ended_at)) AS at FROM duty WHERE rule = ANY ($1::text[])',
      [rules],
    ),
  )
  return row?.at ?? null
}
