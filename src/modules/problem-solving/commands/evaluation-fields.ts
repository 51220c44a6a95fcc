import { z } from 'zod'
import { choices, civilDate, id } from '#platform/forms/fields.ts'
import { VICTIM_REPORTED } from '../rules/pop01-victim-reported.ts'

/** As many areas as one group has. */
const MOST_AREAS = 50

/** Ids of areas; one alone need not be a list. */
export function areaIds(label: string) {
  const one = id(label)
  return z
    .union([z.array(one).max(MOST_AREAS), one.transform((value) => [value])], {
      error: `${label}: choose from the list`,
    })
    .optional()
    .transform((value) => [...new Set(value ?? [])])
}

/** What is counted: what victims and callers report (POP01). */
export const countedCategories = choices('what is counted', VICTIM_REPORTED)

export const timeFields = {
  beforeFrom: civilDate('The first day before'),
  beforeTo: civilDate('The last day before'),
  afterFrom: civilDate('The first day after'),
  afterTo: civilDate('The last day after'),
}
