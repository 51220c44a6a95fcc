import type { CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Marking } from '#platform/access/reader.ts'

/** The kinds of pattern that are looked for, in words. */
export const PATTERN_KINDS = {
  'hot-spot': 'Hot spot',
  'repeat-place': 'Place hit again',
  'repeat-victim': 'Person hit again',
  'near-repeat': 'One after another near by',
  'repeat-asb-place': 'Anti-social behaviour at one place',
  'repeat-caller': 'Caller about anti-social behaviour',
} as const
export type PatternKind = keyof typeof PATTERN_KINDS

/** The patterns that need the day and the place itself: all but hot spots. */
export const FINE_KINDS = [
  'repeat-place',
  'repeat-victim',
  'near-repeat',
  'repeat-asb-place',
  'repeat-caller',
] as const satisfies readonly PatternKind[]

/** An occurrence of a pattern. `on` is its day; of one that is known by month the first of it. */
export interface PatternRow {
  readonly id: number
  readonly on: CivilDate
  /** The smallest area that it lies in. */
  readonly area: number
  readonly marking: Marking
}

/** What was found, before anybody has seen it. */
export interface FoundPattern {
  readonly kind: PatternKind
  /** What makes it the same when it is found again. */
  readonly key: string
  readonly category: string | null
  readonly cell: string | null
  /** Of a hot spot the cells that were tested together. */
  readonly cells: readonly string[]
  readonly location: number | null
  readonly party: number | null
  readonly expected: number | null
  readonly q: number | null
  readonly rows: readonly PatternRow[]
}

/** The days that are looked at, both included; and how finely what happened in them is known. */
export interface Window {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly precision: 'day' | 'month'
}

/** What a search found, and what it could not look for, in words. */
export interface Search {
  readonly found: readonly FoundPattern[]
  readonly refusals: readonly string[]
}

/** The area that most of the rows lie in; of two alike the lower id. */
export function areaOf(rows: readonly PatternRow[]): number {
  const counts = new Map<number, number>()
  for (const { area } of rows) counts.set(area, (counts.get(area) ?? 0) + 1)
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || a - b)
  if (first === undefined) throw new RangeError('A pattern has rows')
  return first[0]
}

/** The highest marking of the rows. */
export function markingOf(rows: readonly PatternRow[]): Marking {
  return rows.some(({ marking }) => marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'
}
