/** A table of codes and words as what can be chosen. */
export function choicesOf(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, words]) => ({ value, text: capital(words) }))
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
