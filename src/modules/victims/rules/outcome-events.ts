import { findOutcome } from '#kernel/offences/outcomes.ts'
import type { CaseEventKind } from '#kernel/victims-code/events.ts'

const KINDS: Readonly<Record<string, CaseEventKind>> = {
  '1': 'charged',
  '1A': 'charged',
  '4': 'charged',
  '2': 'out-of-court',
  '2A': 'out-of-court',
  '3': 'out-of-court',
  '3A': 'out-of-court',
  '6': 'out-of-court',
  '7': 'out-of-court',
  '8': 'out-of-court',
  '22': 'out-of-court',
  '5': 'not-prosecuted',
  '9': 'not-prosecuted',
  '10': 'not-prosecuted',
  '11': 'not-prosecuted',
  '12': 'not-prosecuted',
  '13': 'not-prosecuted',
  '15': 'not-prosecuted',
  '16': 'not-prosecuted',
  '17': 'not-prosecuted',
  '21': 'not-prosecuted',
  '14': 'case-closed-no-suspect',
  '18': 'case-closed-no-suspect',
}

/**
 * VCT02: what the outcome of a crime is to its victims: a charge, a decision out of court, that nobody is prosecuted, or that it
 * is closed with nobody known. Null where it is none of these: none yet, or it went to another body. Source: the titles of the
 * national outcomes; the reading is this project’s (default).
 */
export function eventOfOutcome(code: string): CaseEventKind | null {
  const outcome = findOutcome(code)
  return outcome === undefined ? null : (KINDS[outcome.code] ?? null)
}

/** What ends a case for its victims: after it nobody agrees on further updates. */
export const ENDINGS: readonly CaseEventKind[] = [
  'out-of-court',
  'not-prosecuted',
  'case-closed-no-suspect',
  'not-investigated',
  'verdict-or-sentence',
]
