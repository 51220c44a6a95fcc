import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** Evidence that a statement names. */
interface NamedEvidence {
  readonly marking: Marking
  /** In a compartment, its own or its record's. */
  readonly closed: boolean
  readonly withdrawn: boolean
}

/**
 * SLF02 What a statement names as its evidence. The whole force reads a statement, and so does an inspector: evidence in a
 * closed compartment cannot stand behind it, and a statement is marked no lower than its evidence. Withdrawn evidence shows
 * nothing any more.
 *
 * Evidence OFFICIAL-SENSITIVE with a statement OFFICIAL: refused.
 */
export function statementEvidenceProblem(marking: Marking, evidence: NamedEvidence): Refusal | null {
  if (evidence.withdrawn)
    return { rule: 'SLF02', message: 'This evidence was withdrawn. Name evidence that still stands, or none.' }
  if (evidence.closed)
    return {
      rule: 'SLF02',
      message: 'This evidence is in a closed compartment, and the whole force reads a statement.',
    }
  if (MARKINGS.indexOf(evidence.marking) <= MARKINGS.indexOf(marking)) return null
  return { rule: 'SLF02', message: `This evidence is marked ${evidence.marking}: mark the statement so too.` }
}
