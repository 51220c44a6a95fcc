/** How a word that was typed stands in a name, as the search function numbers it. */
export const LEVELS = ['same', 'called', 'slip', 'sound', 'beginning', 'initial'] as const
export type Level = (typeof LEVELS)[number]

/** How what was typed and a name go together. */
export interface Likeness {
  /** Of each typed word, by its number from 0, how alike and at which place of the name, from 1. */
  readonly words: readonly { readonly word: number; readonly level: Level; readonly at: number }[]
  readonly born: 'same' | 'swapped' | 'near' | 'about' | null
  readonly place: boolean
}

export interface Reasoned {
  /** The words that were typed, in the order of their numbers. */
  readonly typed: readonly string[]
  /** The words of the name, in their order. */
  readonly name: readonly string[]
  readonly likeness: Likeness
}

const PLAINLY = {
  same: '',
  called: 'is also written or called',
  slip: 'is one letter off',
  sound: 'sounds like',
  beginning: 'begins',
  initial: 'and an initial:',
} as const satisfies Record<Level, string>

/** Why somebody was found, in plain words, the weightiest first: "born that day", "Jon is also written or called John". */
export function reasonsOf({ typed, name, likeness }: Reasoned): readonly string[] {
  const reasons: string[] = []
  if (likeness.born !== null) reasons.push(BORN[likeness.born])
  const sorted = likeness.words.toSorted((a, b) => a.word - b.word)
  const same = sorted.filter(({ level }) => level === 'same').length
  if (same > 0)
    reasons.push(
      same === typed.length && same > 1
        ? 'every word of the name'
        : same === 1
          ? 'a word of the name'
          : `${same} words of the name`,
    )
  for (const { word, level, at } of sorted) {
    if (level === 'same') continue
    reasons.push(plainly(typed[word] ?? '', level, name[at - 1] ?? ''))
  }
  const missing = typed.filter((_, word) => !sorted.some((one) => one.word === word))
  if (missing.length > 0 && sorted.length > 0) reasons.push(`not ${missing.map(capital).join(' or ')}`)
  if (likeness.place) reasons.push('lives or lived there')
  return reasons
}

function plainly(typed: string, level: Level, name: string): string {
  // What begins a name by its short form need not begin it letter by letter: Mads is Madison.
  const how = level === 'beginning' && !name.startsWith(typed) ? 'may be short for' : PLAINLY[level]
  return `${capital(typed)} ${how} ${capital(name)}`
}

const BORN = {
  same: 'born that day',
  swapped: 'born with day and month swapped',
  near: 'a date of birth one figure off',
  about: 'born about then',
} as const

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
