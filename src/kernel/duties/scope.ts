import type { Reader } from '#platform/access/reader.ts'

export const SCOPES = ['me', 'team', 'area'] as const
export type Scope = (typeof SCOPES)[number]

/** Puts a value into a statement's list of values; gives its place: `$3`. */
export type Value = (given: unknown) => string

/** What a scope is told by, which its indexes begin with. */
export const SCOPED_BY: Readonly<Record<Scope, string>> = { me: 'd.owner_id', team: 'd.unit_id', area: 'd.area_id' }

/** Whose: a force-wide reader's area is the whole force. The policies let nothing more through in any case. */
export function scopeOf(of: Scope, reader: Reader, value: Value): string | null {
  if (of === 'me') return `${SCOPED_BY.me} = ${value(reader.account)}`
  if (of === 'team') return `${SCOPED_BY.team} = ANY (${value(reader.units)}::bigint[])`
  return reader.forceWide ? null : `${SCOPED_BY.area} = ANY (${value(reader.areas)}::bigint[])`
}

/** Compared in whole seconds, as `standing` does. */
export function wholeSecond(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000)
}
