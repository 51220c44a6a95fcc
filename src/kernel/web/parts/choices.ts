import { capital } from '#ui/words/capital.ts'

/** A table of codes and words as what can be chosen, each beginning with a capital. */
export function choicesOf(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, words]) => ({ value, text: capital(words) }))
}
