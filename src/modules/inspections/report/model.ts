import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Grade, Pillar } from '../reference/framework.ts'
import type { RuleCode } from './rules.ts'

/** What a report was read as. Nothing is saved of it until a person has seen it. Lines count from 1, as pasted. */
export interface ReadReport {
  /** As the title names it, without "Police" or "Constabulary": "Thames Valley". */
  readonly force: string
  /** The first year of the title; `period` is as it is written there ("2018/19"). */
  readonly year: number
  readonly period: string
  readonly pillar: Pillar | null
  /** Code of the framework of that year; null where there is none. */
  readonly framework: string | null
  readonly published: Published | null
  /** What stands under the heading of the whole page, before the first question. */
  readonly overall: Part
  readonly questions: readonly ReadQuestion[]
  readonly candidates: readonly Candidate[]
  readonly warnings: readonly Warning[]
}

/** The day of publication, or the day a page says that it was last updated, with the line that says so. */
export interface Published {
  readonly date: CivilDate
  readonly says: 'published' | 'last updated'
  readonly line: number
}

/** A heading with what stands under it. */
export interface Part {
  /** The heading as written; null where the page has none. */
  readonly title: string | null
  readonly line: number | null
  readonly grade: Grade | null
  /** Paragraphs in the report's own words and order; an item of a list is a paragraph that begins with "- ". */
  readonly narrative: readonly string[]
  readonly findings: readonly ReadFinding[]
  readonly standing: Standing | null
}

export interface ReadQuestion extends Part {
  readonly title: string
  readonly line: number
  /** As printed, else as in the framework, else in order. */
  readonly number: number
  /** The framework's code (`E3`); null where the heading is none of its questions. */
  readonly code: string | null
}

/** "Not inspected this year, the earlier grade stands", in the report's own words. */
export interface Standing {
  readonly text: string
  readonly line: number
}

export const FINDING_KINDS = ['afi', 'cause-of-concern', 'recommendation', 'observation'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** What the report itself lists as a finding. An observation becomes one only by a person, so none is read. */
export interface ReadFinding {
  readonly kind: FindingKind
  readonly text: string
  readonly due: CivilDate | null
  /** The words that `due` was read from, or that could not be made a date; null where it has none. */
  readonly dueWords: string | null
  /** The sentence that leads into its list ("… the force should immediately:"), where one does. */
  readonly leadIn: string | null
  /** Of a recommendation: which of this part's findings is its cause of concern, from 0; null for none. */
  readonly parent: number | null
  /** An accelerated cause of concern. */
  readonly urgent: boolean
  readonly line: number
}

/** What a person is asked about: nothing of it is a finding or a grade yet. */
export interface Candidate {
  readonly kind: 'observation' | 'assertion' | 'grade'
  /** The number of its question; null under the heading of the whole page. */
  readonly question: number | null
  /** Exactly as in the report. */
  readonly text: string
  readonly why: string
  /** Of a grade: which grade the words speak of, if one of the five. */
  readonly grade: Grade | null
  readonly line: number
}

/** What was not read, or is not sure, in words. */
export interface Warning {
  readonly rule: RuleCode
  readonly line: number
  readonly text: string
  /** What to do about it. */
  readonly advice: string
}
