import type { Standing } from '#kernel/victims-code/victim-rule.ts'

export const STATEMENT_ANSWERS = {
  taken: 'They gave it',
  declined: 'They do not want to give one',
  later: 'They want to give it later',
  'not-offered': 'It was not offered',
} as const
export type StatementAnswer = keyof typeof STATEMENT_ANSWERS

export const GIVEN_BY = {
  self: 'Themselves',
  parent: 'A parent or guardian, for them',
  intermediary: 'An intermediary, with them',
} as const
export type GivenBy = keyof typeof GIVEN_BY

export const READ_BY = {
  self: 'They read it themselves',
  advocate: 'An advocate reads it',
  prosecutor: 'The prosecutor reads it',
  nobody: 'It is not read aloud',
} as const

/** Whom it is asked of. */
export interface StatementFacts {
  readonly standing: Standing
  /** Reasons for enhanced rights: `E3a:under-18`. */
  readonly reasons: readonly string[]
}

/** "personal statement", or of a business "impact statement for the business". */
export function statementWords({ standing }: Pick<StatementFacts, 'standing'>): string {
  return standing === 'business' ? 'impact statement for the business' : 'personal statement'
}

/**
 * VCR01: what must be said with an answer. One that was given is here, or it is said where it is kept, and by whom it was given: a
 * child gives it by a parent or an intermediary. One that was not offered needs the reason, and meets nothing. Null where all is
 * well; else what is wrong, by field. Source: the fields are from a summary of the code; that a child’s comes by a parent or an
 * intermediary is unverified; the reason is this project’s (default).
 */
export function statementProblem(
  given: {
    readonly answer: StatementAnswer
    readonly words: string | null
    readonly keptAt: string | null
    readonly givenBy: GivenBy | null
  },
  { reasons }: StatementFacts,
): Readonly<Record<string, string>> | null {
  const { answer, words, keptAt, givenBy } = given
  if (answer === 'not-offered') return words === null ? { words: 'Say why it was not offered (VCR01)' } : null
  if (answer !== 'taken') return null
  if (words === null && keptAt === null) return { words: 'Enter what they said, or where it is kept (VCR01)' }
  if (givenBy === null) return { givenBy: 'Choose who gave it (VCR01)' }
  return givenBy === 'self' && reasons.includes('E3a:under-18')
    ? { givenBy: 'A child gives it by a parent or with an intermediary (VCR01)' }
    : null
}

/** Whether an answer is one to an offer, which is what is owed. */
export function isOffer(answer: StatementAnswer): boolean {
  return answer !== 'not-offered'
}

/**
 * VCR02: with enhanced rights, a case without any entry on the statement is not complete, and the victim’s page says so. Null where
 * there is one, or rights are standard. Source: this project (default).
 */
export function statementGap({ reasons, standing }: StatementFacts, entries: number): string | null {
  if (entries > 0 || reasons.length === 0 || standing === 'business') return null
  return 'Enhanced rights, and nothing is written down about a personal statement: offer it before the file goes (VCR02)'
}
