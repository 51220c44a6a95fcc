/** A name cut to so many letters, with `…` where it was cut; the table has it whole. */
export function shorten(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`
}
