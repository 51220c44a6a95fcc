export const TACTICS_HREF = '/prevent/tactics'

/** The page of one tactic of the library. */
export function tacticHref(code: string): string {
  return `${TACTICS_HREF}/${code}`
}
