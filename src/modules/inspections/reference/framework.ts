/** The four parts that a PEEL inspection was published in until 2018/19; later reports are of the whole force. */
export const PILLARS = ['Effectiveness', 'Efficiency', 'Legitimacy', 'Leadership'] as const
export type Pillar = (typeof PILLARS)[number]

/** The five grades, best first. “Adequate” came in 2021. */
export const GRADES = ['Outstanding', 'Good', 'Adequate', 'Requires improvement', 'Inadequate'] as const
export type Grade = (typeof GRADES)[number]

/**
 * How far an entry is to be trusted: `seen` in a source, `inferred` from other reports, `unverified` from knowledge.
 * It is shown wherever the entry is.
 */
export type Mark = 'seen' | 'inferred' | 'unverified'

/**
 * Word beginnings that a heading must hold: one of every group (`[['prevent'], ['anti-social', 'asb']]`).
 * A heading is folded to lower case first, with “constabulary” and “police service” read as “force”.
 */
export type HeadingWords = readonly (readonly string[])[]

export interface Diagnostic {
  readonly code: string
  readonly title: string
  readonly mark: Mark
}

export interface Question {
  /** `E1`, or the bare number where a framework has no pillars; unique in its framework. */
  readonly code: string
  readonly number: number
  readonly pillar: Pillar | null
  /** In our own words; a report's heading is kept with the report. */
  readonly title: string
  /** `narrative` is written about and not graded by inspection; `unknown` where the notes do not say. */
  readonly grading: 'graded' | 'narrative' | 'ungraded' | 'unknown'
  readonly mark: Mark
  readonly heading: HeadingWords
  readonly diagnostics: readonly Diagnostic[]
}

export interface Framework {
  readonly code: string
  readonly name: string
  /** First and last year that stands in the title of its reports; null while it is in use. */
  readonly from: number
  readonly to: number | null
  readonly grades: readonly Grade[]
  readonly mark: Mark
  /** What is known of it beyond its questions, in a sentence. */
  readonly note: string
  readonly questions: readonly Question[]
}
