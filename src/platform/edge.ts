/**
 * The parsing edge: the few places where a type is asserted rather than proven, because TypeScript cannot say it.
 * Nothing else in the product casts; the linter holds it.
 */

/** The keys of a table that was written with `satisfies Record<...>`, so that there are no others. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[]
}

/** What a statement of ours answered, of which the statement itself is the proof. */
export function rowsAs<Row>(result: { readonly rows: readonly unknown[] } | undefined): readonly Row[] {
  return (result?.rows ?? []) as readonly Row[]
}

/** The answers of several statements that were sent in one message, which pg gives as an array and types as one. */
export function resultsOf<Result>(answer: Result | readonly Result[]): readonly Result[] {
  return Array.isArray(answer) ? (answer as readonly Result[]) : [answer as Result]
}

/** A value that was made by the very function whose type is named, carried through a floor that must not know it. */
export function carried<Value>(value: unknown): Value {
  return value as Value
}
