import { pick } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'
import { likeFirst } from './transliterations.ts'

const ROWS = ['q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m'].map((row) => row.split(' '))

/** The keys that lie around each letter. */
const NEIGHBOURS = new Map<string, readonly string[]>()
for (const [y, row] of ROWS.entries())
  for (const [x, key] of row.entries()) {
    const around = [
      row[x - 1],
      row[x + 1],
      ROWS[y - 1]?.[x],
      ROWS[y - 1]?.[x + 1],
      ROWS[y + 1]?.[x],
      ROWS[y + 1]?.[x - 1],
    ]
    NEIGHBOURS.set(
      key,
      around.filter((other) => other !== undefined),
    )
  }

/** One slip of the fingers: a letter left out, doubled, beside the one meant, or changed about with the next. */
export function mistyped(random: Random, word: string): string {
  if (word.length < 3) return word
  // The first letter is seen, and seldom wrong.
  const at = random.next() < 0.06 ? 0 : 1 + Math.floor(random.next() * (word.length - 1))
  const letter = word.charAt(at)
  const kind = random.next()
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  if (kind < 0.3) return likeFirst(word, before + after)
  if (kind < 0.5) return before + letter + letter.toLowerCase() + after
  if (kind < 0.75) {
    const beside = NEIGHBOURS.get(letter.toLowerCase())
    return beside === undefined ? before + after : likeFirst(word, before + pick(random, beside) + after)
  }
  const next = word.charAt(at + 1)
  return next === '' || next === letter
    ? word.slice(0, -2) + word.slice(-1) + word.slice(-2, -1)
    : likeFirst(word, (before + next + letter + word.slice(at + 2)).toLowerCase())
}

/** How a name that was said is written by somebody who has not seen it: each line a sound that is taken for another. */
const HEARD: readonly (readonly [pattern: RegExp, becomes: string])[] = [
  [/ph/i, 'f'],
  [/f(?!f)/, 'ph'],
  [/ck/, 'k'],
  [/k$/, 'ck'],
  [/^c(?=[aou])/i, 'k'],
  [/^k(?=[aou])/i, 'c'],
  [/th/, 'f'],
  [/y(?=[^aeiou])/, 'i'],
  [/ie$/, 'y'],
  [/y$/, 'ie'],
  [/ey$/, 'y'],
  [/ei/, 'ie'],
  [/ie(?=.)/, 'ei'],
  [/ee/, 'ea'],
  [/ea/, 'ee'],
  [/ai/, 'ay'],
  [/ou/, 'ow'],
  [/ow/, 'ou'],
  [/au/, 'or'],
  [/gh(?=t|$)/, ''],
  [/^wr/i, 'r'],
  [/^kn/i, 'n'],
  [/sch/i, 'sh'],
  [/cz/, 'ch'],
  [/sz/, 'sh'],
  [/w(?=ski|icz)/, 'v'],
  [/ski$/, 'sky'],
  [/cki$/, 'tski'],
  [/son$/, 'sen'],
  [/er$/, 'a'],
  [/or$/, 'er'],
  [/an$/, 'en'],
  [/en$/, 'on'],
  [/in$/, 'ing'],
  [/m(?=[^aeioum]|$)/, 'n'],
  [/n$/, 'm'],
  [/s$/, ''],
  [/([a-z])\1/, '$1'],
  [/([bdglmnprt])(?=e[rny])/, '$1$1'],
  [/^h(?=[aeiou])/i, ''],
  [/b/, 'p'],
  [/d$/, 't'],
  [/v/, 'b'],
  [/x/, 'ks'],
  [/qu/i, 'kw'],
  [/dge/, 'ge'],
  [/tch/, 'ch'],
]

/** The name as it was heard; as it is where nothing in it can be misheard. */
export function misheard(random: Random, word: string): string {
  const fitting = HEARD.filter(([pattern]) => pattern.test(word))
  if (fitting.length === 0) return word
  const [pattern, becomes] = pick(random, fitting)
  const heard = likeFirst(word, word.replace(pattern, becomes))
  return heard.length < 2 ? word : heard
}

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ø: 'o', ß: 'ss', ı: 'i', đ: 'd', Đ: 'D', æ: 'ae' }

const ASCII = /^[ -~]*$/

/** As it is typed on a keyboard that has no accents. */
export function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łŁøßıđĐæ]/g, (letter) => PLAIN[letter] ?? letter)
}
