import { startOfLondonMonth } from '#calculations/calendar/london-time.ts'
import { z } from 'zod'
import { addMonths } from '#calculations/calendar/civil-month.ts'
import { dutyLine, readLines } from '#kernel/duties/lines.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice, PAGE_SIZE, pageNumber } from '#kernel/organisation/paging.ts'
import { RULE_CODES } from '#kernel/victims-code/victim-rule.ts'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'
import { optionalId } from '#platform/forms/fields.ts'
import { rowsAs } from '#platform/edge.ts'
import { AT_ONCE_RULES, CLOCKLESS_RULES, COUNTED_RULES, countedUnder } from '../rules/vco01-counted-under.ts'
import { OWED } from './count-duties.ts'
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
    const from = startOfLondonMonth(addMonths(month, 1 - period))
    const values = [
      from,
      startOfLondonMonth(addMonths(month, 1)),
      tx.now,
      rules,
      CLOCKLESS_RULES,
      AT_ONCE_RULES,
      how,
      area,
      unit,
    ]
    const chosen = `WITH ${POLICING} SELECT d.* FROM duty d
      WHERE d.id IN (SELECT o.id FROM (${OWED}) AS o
          WHERE o.how = $7 OR ($7 = 'owed' AND o.how <> 'unknown'))
        AND ($8::bigint IS NULL OR d.area_id = $8 OR d.area_id IN (SELECT id FROM policing WHERE policing = $8))
        AND ($9::bigint IS NULL OR d.unit_id = $9)`
    const [counted] = rowsAs<{ total: number }>(
      await tx.client.query(`SELECT count(*)::integer AS total FROM (${chosen}) AS c`, values),
    )
    const paged = `${chosen} ORDER BY d.list_at, d.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`
    const duties = await readLines(tx, paged, 'd.list_at, d.id', values)
    return { month, period, how, of, duties, total: counted?.total ?? 0, page }
  },
})
