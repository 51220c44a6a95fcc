import { findOffences } from '#kernel/offences/offences.ts'
import type { CrimeFlag } from '#kernel/victims-code/facts.ts'

/** What a victim's record is called. It names the crime and nobody: who it is stays with the party. */
export function victimTitle(offence: string, number: string | null): string {
  const crime = offence.trim() === '' ? 'Crime' : offence.trim()
  return number === null ? crime : `${crime}, ${number}`
}

/**
 * VCT05: what the offence itself says of how sensitive a crime is. That it is domestic abuse, honour-based, or the exploitation of
 * a child no offence says: a person does. Source: the groups of the Home Office’s list; the reading is this project’s (default).
 */
export function flagsOfOffence(code: string | null, classCode: string | null): readonly CrimeFlag[] {
  const flags = findOffences(code, classCode).flatMap(({ group, subgroup, hate, classes }): CrimeFlag[] => [
    ...(group === 'Sexual offences' ? (['sexual'] as const) : []),
    ...(subgroup === 'Stalking and harassment' ? (['stalking'] as const) : []),
    ...(hate ? (['hate'] as const) : []),
    ...(classes.includes('106') ? (['trafficking'] as const) : []),
  ])
  return [...new Set(flags)]
}
