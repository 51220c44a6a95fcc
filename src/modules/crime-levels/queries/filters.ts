import { z } from 'zod'
import { isCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { AREA_KIND_NAMES } from '#kernel/areas/kinds.ts'
import { choice } from '#platform/forms/fields.ts'
import { SOURCES } from '../rules/precision-words.ts'
import { WHATS } from '../rules/what.ts'

/** A month that may be left out: nothing said is null. */
export function optionalMonth(label: string) {
  const error = `${label} must be a month, such as 2018-06`
  return z
    .union(
      [
        z.literal('').transform(() => null),
        z.null(),
        z.string({ error }).refine(isMonth, { error }).transform(monthFrom),
      ],
      { error },
    )
    .optional()
    .transform((value) => value ?? null)
}

/** A code of a list that may be left out. */
export function optionalChoice<const Codes extends readonly [string, ...string[]]>(label: string, codes: Codes) {
  return z
    .union([z.literal('').transform(() => null), z.null(), choice(label, codes)], {
      error: `${label} is none of those that can be chosen`,
    })
    .optional()
    .transform((value) => value ?? null)
}

/** Text of a fixed shape that may be left out. */
export function optionalCode(pattern: RegExp, error: string) {
  return z
    .union([z.literal('').transform(() => null), z.null(), z.string({ error }).regex(pattern, { error })], { error })
    .optional()
    .transform((value) => value ?? null)
}

/** What every page of levels is asked: what, over which months, from which source. */
export const levelFilters = {
  what: optionalChoice('What to count', WHATS).transform((what) => what ?? ('crime' as const)),
  from: optionalMonth('First month'),
  to: optionalMonth('Last month'),
  source: optionalChoice('Source', SOURCES),
} as const

export const areaKind = optionalChoice('Kind of area', kinds())

function kinds(): [(typeof AREA_KIND_NAMES)[number], ...(typeof AREA_KIND_NAMES)[number][]] {
  const [first = 'force', ...rest] = AREA_KIND_NAMES
  return [first, ...rest]
}

/** Within what the database holds as a date and anybody could have counted. */
function isMonth(text: string): boolean {
  return isCivilMonth(text) && text >= '1900' && text < '2200'
}

function monthFrom(text: string): CivilMonth | null {
  return isCivilMonth(text) ? text : null
}
