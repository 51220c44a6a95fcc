import type { CategoryCode } from './categories.ts'

/** An occurrence of the demonstration, before it has its number. Moments in milliseconds since 1970 (UTC). */
export interface OccurrenceRow {
  readonly category: CategoryCode
  readonly from: number
  readonly to: number
  /** Number of the street point in the list of all points; null where no place is known. */
  readonly point: number | null
  readonly outcome: string | null
  readonly knownAt: number
  readonly sensitive: boolean
}
