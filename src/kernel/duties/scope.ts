import type { Reader } from '#platform/access/reader.ts'

export const SCOPES = ['me', 'team', 'area'] as const
export type Scope = (typeof SCOPES)[number]

/** Puts a value into a statement's list of values; gives its place: `$3`. */
export type Value = (given: unknown) => string

/** Whose: a force-wide reader's area is the whole force. The policies let nothing more through in any case. */
export function scopeOf(of: Scope, reader: Reader, value: Value): string | null {
  if (of === 'me') return `d.owner_id = ${value(reader.account)}`
  if (of === 'team') return `d.unit_id = ANY (${value(reader.units)}::bigint[])`
  return reader.forceWide ? null : `d.area_id = ANY (${value(reader.areas)}::bigint[])`
}

/** Compared in whole seconds, as `standing` does. */
export function wholeSecond(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000)
}
