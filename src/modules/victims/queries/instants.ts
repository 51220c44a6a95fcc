/** A row as the database gives it: these of its instants as dates. */
export type Times<T, K extends keyof T> = Omit<T, K> & { readonly [k in K]: null extends T[k] ? Date | null : Date }

/** As a page or another system has it. */
export function isoOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
