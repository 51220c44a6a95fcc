const MOST = 200_000

/** A function of a word that is worked out once for each, as long as there are not too many of them. */
export function rememberWords<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const there = known.get(word)
    if (there !== undefined) return there
    if (known.size >= MOST) known.clear()
    const made = work(word)
    known.set(word, made)
    return made
  }
}
