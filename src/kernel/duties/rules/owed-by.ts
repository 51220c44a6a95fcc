/** Who acts, as the rules see them. */
export interface Doer {
  readonly account: string | null
  readonly units: readonly number[]
  readonly forceWide: boolean
}

/** Whose the duty is. */
export interface Owed {
  readonly owner: string | null
  readonly unit: number | null
}

/** Whether a duty is a person's to deal with: their own, their unit's or one below it, or they reach the whole force. */
export function isOwedBy(owed: Owed, doer: Doer): boolean {
  if (doer.forceWide || (owed.owner !== null && owed.owner === doer.account)) return true
  return owed.unit === null ? owed.owner === null : doer.units.includes(owed.unit)
}
