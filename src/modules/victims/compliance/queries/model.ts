import { z } from 'zod'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { RIGHT_NUMBERS } from '../rules/rights.ts'
import { RULE_CODES } from '#kernel/victims-code/victim-rule.ts'

/** Who may see how far the code is kept: those who lead or account for it, as for the consistency of problem-solving, and sergeants. */
export const READERS = {
  staff: ['supervisor', 'commander', 'chief-officer', 'analyst', 'inspection-lead'],
} as const

export const monthText = z
  .custom<CivilMonth>((value) => typeof value === 'string' && isCivilMonth(value))
  .meta({ description: 'A month: 2018-06', type: 'string' })

export const count = z
  .union([z.int(), z.enum(['fewer than 5', 'withheld'])])
  .meta({ description: 'A count; words in its place where it would tell of somebody' })

const cell = z.object({
  inTime: count,
  owed: count,
  late: count,
  waived: count,
  overdue: count,
  unknown: count,
  medianLate: z
    .number()
    .nullable()
    .meta({ description: 'Working days; null where nothing was met late or it is withheld' }),
  kept: z.enum(['nothing-owed', 'unknown', 'met', 'not-met', 'withheld']),
})

export const rightModel = z.object({
  right: z.union(RIGHT_NUMBERS.map((right) => z.literal(right))),
  standard: cell,
  enhanced: cell,
  line: z.array(z.object({ month: monthText, standard: cell, enhanced: cell })).readonly(),
})

export const ruleModel = z.object({ rule: z.enum(RULE_CODES), standard: cell, enhanced: cell })

export const teamModel = z.object({
  id: z.int().nullable(),
  name: z.string(),
  inTime: count,
  owed: count,
})

const month = z
  .union([
    z.literal('').transform(() => null),
    z.string().refine(isCivilMonth, { error: 'A month must be such as 2016-03' }),
  ])
  .optional()
  .transform((text) => text ?? null)

/** The last month, and how many up to it are added up. */
export const PERIODS = ['1', '3', '12'] as const
const period = z
  .union([z.literal(''), z.enum(PERIODS, { error: 'Choose one, three or twelve months' })])
  .optional()
  .transform((text) => (text === undefined || text === '' ? 1 : Number(text)))

const right = z
  .union([z.literal(''), z.string().regex(/^([1-9]|1[0-2])$/), z.int().min(1).max(12)], {
    error: 'A right is a number from 1 to 12',
  })
  .optional()
  .transform((text) =>
    text === undefined || text === '' ? null : (RIGHT_NUMBERS.find((one) => one === Number(text)) ?? null),
  )

export const asked = { month, period, right }
