/** The different values of one or more columns, numbered from 1 in the order in which they came; 0 is "not known". */
export interface Lexicon {
  readonly idOf: (value: string) => number
  readonly valueOf: (id: number) => string
  readonly values: readonly string[]
}

export function createLexicon(known: readonly string[] = ['']): Lexicon {
  const values = known.slice()
  // Made when it is first asked for: a lexicon that is only read in another thread has no need of it.
  let made: Map<string, number> | undefined
  const idsOf = (): Map<string, number> => (made ??= new Map(values.map((value, id) => [value, id])))
  return {
    idOf: (value) => {
      if (value === '') return 0
      const ids = idsOf()
      const there = ids.get(value)
      if (there !== undefined) return there
      const id = values.push(value) - 1
      ids.set(value, id)
      return id
    },
    valueOf: (id) => values[id] ?? '',
    values,
  }
}

/**
 * A function of two numbers below 2^31 that does not hang on their order, remembered for the pairs met last: as many as
 * `slots`, a power of two. The three numbers of a pair lie side by side, so that a look costs one reach into memory.
 */
export function rememberPairs(work: (left: number, right: number) => number, slots = 1 << 15) {
  const remembered = new Int32Array(slots * 4)
  const mask = slots - 1
  return (left: number, right: number): number => {
    const low = left < right ? left : right
    const high = left < right ? right : left
    const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca77)
    const at = ((hash ^ (hash >>> 15)) & mask) << 2
    if (remembered[at] === low && remembered[at + 1] === high) return remembered[at + 2] ?? 0
    const result = work(low, high)
    remembered[at] = low
    remembered[at + 1] = high
    remembered[at + 2] = result
    return result
  }
}
