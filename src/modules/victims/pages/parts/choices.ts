/** A table of codes and words as what can be chosen. */
export function choicesOf(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, text]) => ({
    value,
    text: text.charAt(0).toUpperCase() + text.slice(1),
  }))
}
