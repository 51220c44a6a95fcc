import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import type { Finding } from '../../organisation/rules/rule.ts'

/** What guards something by itself, wherever it belongs. */
export interface OwnGuards {
  readonly marking: Marking
  readonly compartment: number | null
}

/**
 * EVD02: evidence is guarded by its record's guards and by its own, both: whoever sees it is cleared for the higher marking
 * and is on the list of every compartment of the two. So it is never open to more people than its record is, and may be open
 * to fewer: to those it does not show, and does not count.
 */
export function heldUnder(
  own: OwnGuards,
  record: OwnGuards | null,
): { readonly marking: Marking; readonly compartments: readonly number[] } {
  const both = record === null ? [own] : [own, record]
  return {
    marking: strictest(both.map(({ marking }) => marking)),
    compartments: [...new Set(both.flatMap(({ compartment }) => (compartment === null ? [] : [compartment])))],
  }
}

/** The highest of the markings; OFFICIAL of none. */
export function strictest(markings: readonly Marking[]): Marking {
  return MARKINGS.findLast((marking) => markings.includes(marking)) ?? 'OFFICIAL'
}

/**
 * EVD02: evidence that is a document is guarded at least as the document is. Gives its guards, or what stands against them:
 * one thing cannot lie in two compartments.
 */
export function guardedAsDocument(own: OwnGuards, document: OwnGuards | null): OwnGuards | Finding {
  if (document === null) return own
  if (own.compartment !== null && document.compartment !== null && own.compartment !== document.compartment)
    return {
      rule: 'EVD02',
      message: 'The document is in another compartment. Leave the compartment empty to use that one.',
    }
  return {
    marking: strictest([own.marking, document.marking]),
    compartment: own.compartment ?? document.compartment,
  }
}
