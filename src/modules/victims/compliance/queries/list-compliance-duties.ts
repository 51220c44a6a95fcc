import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import { z } from 'zod'
import { addMonths } from '#calculations/calendar/civil-month.ts'
import { dutyLine, readLines } from '#kernel/duties/lines.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, pageNumber } from '#kernel/organisation/paging.ts'
import { RULE_CODES } from '#kernel/victims-code/victim-rule.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { COUNTED_RULES, countedUnder } from '../rules/vco01-counted-under.ts'
import { dutiesBehind } from './duties-behind.ts'
import { PURPOSE } from '../../commands/fields.ts'
import { asked, monthText } from './model.ts'

export const HOW = {
  owed: 'All that was owed',
  'in-time': 'Met in time',
  late: 'Met late',
  waived: 'Waived',
  overdue: 'Overdue',
  unknown: 'Unknown',
} as const
export const HOW_CODES = ['owed', 'in-time', 'late', 'waived', 'overdue', 'unknown'] as const
const SIDES = ['standard', 'enhanced'] as const

/** The duties behind a number of the table, as far as the reader may open them. */
export const listComplianceDuties = query({
  name: 'victim.compliance-duties',
  summary: 'List the duties behind a number of how far the Victims’ Code is kept, of those that you may open',
  input: z.object({
    ...asked,
    rule: optionalChoice('the rule', RULE_CODES),
    side: optionalChoice('standard or enhanced', SIDES),
    how: optionalChoice('how it was kept', HOW_CODES),
    area: optionalId('Area'),
    unit: optionalId('Team'),
    page: pageNumber,
  }),
  output: z.object({
    month: monthText.nullable(),
    period: z.int(),
    how: z.enum(HOW_CODES),
    /** In words: whose, and of what. */
    of: z.array(z.string()).readonly(),
    duties: z.array(dutyLine),
    /** Up to 1,000: more are not counted. */
    total: z.int(),
    page: z.int(),
  }),
  // Whoever may open a measure may open the rows of it that lie within their reach.
  access: { staff: 'any' },
  purpose: PURPOSE,
  audit: {
    event: 'victim.compliance-duties-listed',
    subjects: (_, { duties }) => duties.map(({ id }) => ({ kind: 'duty', id })),
    detail: ({ right, rule, side, area, unit }, { month, period, how, total, page }) => ({
      month,
      period,
      right,
      rule,
      side,
      how,
      area,
      unit,
      total,
      page,
    }),
  },
  async run(tx, { month, period, right, rule, side, how: given, area, unit, page }) {
    const how = given ?? 'owed'
    const rules = COUNTED_RULES.filter((code) => {
      const under = countedUnder(code)
      if (under === null) return false
      const isSide = side === null || under.enhanced === (side === 'enhanced')
      return isSide && (right === null || under.right === right) && (rule === null || under.rule === rule)
    })
    const of = [
      ...(right === null ? [] : [`Right ${right}`]),
      ...(rule === null ? [] : [`${rule} ${victimRule(rule).title}`]),
      ...(side === null ? [] : [side === 'standard' ? 'Standard rights' : 'Enhanced rights']),
    ]
    if (month === null) return { month, period, how, of, duties: [], total: 0, page }
    const { ids, total } = await dutiesBehind(tx, {
      from: startOfLondonMonth(addMonths(month, 1 - period)),
      to: startOfLondonMonth(addMonths(month, 1)),
      rules,
      how,
      area,
      unit,
      page,
    })
    const chosen = 'SELECT d.* FROM duty d WHERE d.id = ANY ($1::uuid[])'
    const duties = ids.length === 0 ? [] : await readLines(tx, chosen, 'd.list_at, d.id', [ids])
    return { month, period, how, of, duties, total, page }
  },
})
