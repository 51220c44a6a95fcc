/** As a page or another system has it. */
export function isoOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
