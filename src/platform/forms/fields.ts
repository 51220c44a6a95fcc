import { z } from 'zod'

/**
 * Input fields that read the same from a JSON body, a query string and a form: a number may come as text, an empty
 * text counts as nothing, one ticked box is a list of one. Messages say what to do, in GOV.UK's manner.
 */

const trimmed = z.string().transform((text) => text.trim())

/** Text that must be there. `label` begins the message: "Name". */
export function text(label: string, max = 200) {
  return z
    .string({ error: `${label} is missing` })
    .trim()
    .min(1, { error: `Enter ${lowerFirst(label)}` })
    .max(max, { error: `${label} must be ${max} characters or fewer` })
}

/** Text that may be left empty: null then. */
export function optionalText(label: string, max = 200) {
  return z
    .union([z.null(), z.string().max(max, { error: `${label} must be ${max} characters or fewer` })])
    .optional()
    .transform((value) => (value === null || value === undefined || value.trim() === '' ? null : value.trim()))
}

/** The number of a row: a positive whole number that a double holds exactly. */
export function id(label = 'Reference', error = `${label} must be a whole number`) {
  return z.union(
    [
      z.int({ error }).positive({ error }),
      z
        .string()
        .regex(/^[1-9]\d{0,14}$/, { error })
        .transform(Number),
    ],
    {
      error,
    },
  )
}

export function optionalId(label = 'Reference') {
  return z
    .union([z.null(), z.literal('').transform(() => null), id(label)])
    .optional()
    .transform((value) => value ?? null)
}

export function wholeNumber(label: string, bounds: { readonly min: number; readonly max: number }) {
  const error = `${label} must be a whole number from ${bounds.min} to ${bounds.max}`
  const within = z.int({ error }).min(bounds.min, { error }).max(bounds.max, { error })
  return z.union(
    [
      within,
      z
        .string()
        .regex(/^-?\d{1,15}$/, { error })
        .transform(Number)
        .pipe(within),
    ],
    { error },
  )
}

/** Yes or no; absent is no, as an unticked box is. */
export function flag() {
  return z
    .union([z.boolean(), z.enum(['true', 'false', 'yes', 'no', 'on', ''])])
    .optional()
    .transform((value) => value === true || value === 'true' || value === 'yes' || value === 'on')
}

/** One of a list of codes. */
export function choice<const Codes extends readonly string[]>(label: string, codes: Codes) {
  return z.enum(codes, { error: `Choose ${lowerFirst(label)} from the list` })
}

/** Several of a list of codes; one alone need not be a list. */
export function choices<const Codes extends readonly string[]>(label: string, codes: Codes) {
  const one = choice(label, codes)
  return z
    .union([z.array(one).max(codes.length), one.transform((code) => [code])])
    .optional()
    .transform((value) => value ?? [])
}

const DATE_WORDS = 'must be a real date, such as 27 3 2026'

/** A civil date: `2026-03-27`, or the three boxes of a form. The output is the text form. */
export function civilDate(label: string) {
  const error = `${label} ${DATE_WORDS}`
  const boxes = z.object({ day: trimmed, month: trimmed, year: trimmed }, { error })
  return z.union([z.string({ error }), boxes.transform((box) => isoOf(box))], { error }).refine(isCivilDate, { error })
}

export function optionalCivilDate(label: string) {
  const empty = z.union([
    z.null(),
    z.literal(''),
    z.object({ day: z.literal(''), month: z.literal(''), year: z.literal('') }),
  ])
  return z
    .union([empty.transform(() => null), civilDate(label)], { error: `${label} ${DATE_WORDS}` })
    .optional()
    .transform((value) => value ?? null)
}

function isoOf(box: { readonly day: string; readonly month: string; readonly year: string }): string {
  return `${box.year.padStart(4, '0')}-${box.month.padStart(2, '0')}-${box.day.padStart(2, '0')}`
}

/** Whether the text is a date of the calendar, from 1800 to 2199. */
export function isCivilDate(text: string): boolean {
  const parts = /^((?:18|19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text)
  if (parts === null) return false
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
