import { z } from 'zod'
import { Invalid } from '#platform/errors/errors.ts'
import { choice, flag, optionalText } from '#platform/forms/fields.ts'
import { ISSUE_CATEGORY_NAMES, type IssueCategory } from '../rules/lists.ts'

const category = z
  .union([z.null(), z.literal('').transform(() => null), choice('What it is about', ISSUE_CATEGORY_NAMES)])
  .optional()
  .transform((value) => value ?? null)
const words = optionalText('What was raised', 500)

/** Up to three things that were raised: a form's fields are flat. */
export const issueFields = {
  issue1: category,
  issue1Words: words,
  issue1Answer: flag(),
  issue2: category,
  issue2Words: words,
  issue2Answer: flag(),
  issue3: category,
  issue3Words: words,
  issue3Answer: flag(),
}
const fields = z.object(issueFields)

export interface RaisedIssue {
  readonly category: IssueCategory
  readonly words: string
  readonly wantsAnswer: boolean
}

/** Those that were filled in. Throws Invalid at the field of one that says nothing of what it is about. */
export function raisedIn(input: z.output<typeof fields>): readonly RaisedIssue[] {
  const rows = [
    { field: 'issue1', category: input.issue1, words: input.issue1Words, wantsAnswer: input.issue1Answer },
    { field: 'issue2', category: input.issue2, words: input.issue2Words, wantsAnswer: input.issue2Answer },
    { field: 'issue3', category: input.issue3, words: input.issue3Words, wantsAnswer: input.issue3Answer },
  ]
  return rows.flatMap(({ field, category, words, wantsAnswer }) => {
    if (category === null && words === null && !wantsAnswer) return []
    if (category === null) throw new Invalid({ [field]: 'Choose what it is about' })
    return [{ category, words: words ?? '', wantsAnswer }]
  })
}
