import { z } from 'zod'
import { isCivilMonth } from '#calculations/calendar/civil-month.ts'
import type { DutyRules } from '#kernel/duties/registry.ts'
import { query } from '#kernel/operations.ts'
import { optionalChoice } from '#kernel/organisation/paging.ts'
import { isCivilDate, optionalId } from '#platform/forms/fields.ts'
import { STANDING_CODES } from '#kernel/duties/standings.ts'
import { countOpen } from '#kernel/duties/count-open.ts'
import { SCOPES } from '#kernel/duties/scope.ts'
import { chooseDuties, DUTIES_A_PAGE, type Place } from './duties-asked.ts'
import { dutyLine, readLines, type DutyLine } from '#kernel/duties/lines.ts'

/** `2018-06-30T12:00:00.000Z~` and an id, or without a moment. */
const PLACE =
  /^(\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z)?~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const after = z
  .union(
    [
      z.literal('').transform(() => null),
      z
        .string()
        .regex(PLACE)
        .refine((text) => text.startsWith('~') || isCivilDate(text.slice(0, 10)))
        .transform((text): Place => {
          const [at = '', id = ''] = text.split('~')
          return { at: at === '' ? null : at, id }
        }),
    ],
    { error: 'This is not the address of a page of the list' },
  )
  .optional()
  .transform((place) => place ?? null)

const month = z
  .union([
    z.literal('').transform(() => null),
    z.string().refine(isCivilMonth, { error: 'A month must be such as 2016-03' }),
  ])
  .optional()
  .transform((text) => text ?? null)

const ruleCode = z
  .string()
  .max(40, { error: 'Choose a rule from the list' })
  .optional()
  .transform((code) => (code === undefined || code === '' ? null : code))

/** What somebody, their team or their area owes, by time left. */
export const listDuties = (rules: DutyRules) =>
  query({
    name: 'duty.list',
    summary: 'See what you, your team or your area owe, by time left',
    input: z.object({
      of: z.enum(SCOPES, { error: 'Choose whose from the list' }).optional().default('me'),
      rule: ruleCode,
      standing: optionalChoice('how they stand', STANDING_CODES),
      due: month,
      area: optionalId('Area'),
      unit: optionalId('Unit'),
      after,
    }),
    output: z.object({
      duties: z.array(dutyLine),
      /** Where the next page begins; null when this is the last. */
      next: z.string().nullable(),
      /** Of what is owed now in this scope, the reader's own to open; 1,000 stands for that or more. */
      counts: z.object({ overdue: z.int(), today: z.int(), week: z.int() }),
      rules: z.array(z.object({ code: z.string(), title: z.string() })),
    }),
    access: { staff: 'any' },
    purpose: 'own work',
    audit: {
      event: 'duty.listed',
      subjects: (_input, { duties }) => duties.map(({ id }) => ({ kind: 'duty', id })),
      detail: ({ of, rule, standing, due }) => ({ of, rule, standing, due }),
    },
    async run(tx, asked) {
      const chosen = chooseDuties(asked, tx.reader, tx.now)
      const found = await readLines(tx, chosen.statement, chosen.order, chosen.values)
      const duties = found.slice(0, DUTIES_A_PAGE)
      return {
        duties,
        next: found.length > DUTIES_A_PAGE ? placeOf(duties.at(-1), chosen.by) : null,
        counts: await countOpen(tx, asked.of),
        rules: [...new Map(rules.all.map(({ code, title }) => [code, title]))].map(([code, title]) => ({
          code,
          title,
        })),
      }
    },
  })

function placeOf(line: DutyLine | undefined, by: 'due' | 'ended'): string | null {
  if (line === undefined) return null
  return `${(by === 'due' ? line.dueAt : line.endedAt) ?? ''}~${line.id}`
}
