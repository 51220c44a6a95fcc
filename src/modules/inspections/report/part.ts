import type { Grade } from '../reference/framework.ts'
import type { ReadFinding, Standing, Warning } from './model.ts'

/** A paragraph of the narrative with its line. */
export interface Paragraph {
  readonly text: string
  readonly line: number
  /** A bullet that no heading and no sentence leads into: a person must say what it is. */
  readonly stray: boolean
}

/** What stands under one heading, before numbers and candidates are given. */
export interface PartRead {
  readonly grade: Grade | null
  /** Words that look like grade lines and were not taken, for they disagree. */
  readonly otherGrades: readonly { readonly grade: Grade; readonly line: number }[]
  readonly narrative: readonly Paragraph[]
  readonly findings: readonly ReadFinding[]
  readonly standing: Standing | null
  readonly warnings: readonly Warning[]
}
