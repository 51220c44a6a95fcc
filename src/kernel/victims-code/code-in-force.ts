import { getCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'

/** The codes of practice for victims that are held here, and the first day of each. */
export const VICTIMS_CODES = {
  '2015': { from: getCivilDate('2015-11-16'), words: 'Victims’ Code of 2015' },
  '2020': { from: getCivilDate('2021-04-01'), words: 'Victims’ Code of 2020' },
} as const satisfies Record<string, { from: CivilDate; words: string }>
export type CodeVersion = keyof typeof VICTIMS_CODES

/**
 * VIC-01: the code in force on the day on which the crime was reported, in London, governs a victim throughout, whatever comes
 * later. Null before 2015-11-16: no older code is held here. Source: the first days are seen on pages of two forces; that the
 * report decides is this project’s.
 */
export function codeInForce(reportedOn: CivilDate): CodeVersion | null {
  if (reportedOn >= VICTIMS_CODES['2020'].from) return '2020'
  return reportedOn >= VICTIMS_CODES['2015'].from ? '2015' : null
}
