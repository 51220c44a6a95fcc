import { foldName } from './fold.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { phoneticKeys } from './phonetic.ts'
import { rememberWords } from './remember.ts'
import { AFRICAN_AND_OTHERS } from './table-african.ts'
import { ARABIC } from './table-arabic.ts'
import { CELTIC } from './table-celtic.ts'
import { EAST_ASIAN } from './table-east-asian.ts'
import { ENGLISH_MEN_A_TO_J } from './table-english-men-a-j.ts'
import { ENGLISH_MEN_K_TO_Z } from './table-english-men-k-z.ts'
import { ENGLISH_WOMEN_A_TO_J } from './table-english-women-a-j.ts'
import { ENGLISH_WOMEN_K_TO_Z } from './table-english-women-k-z.ts'
import { SLAVIC } from './table-slavic.ts'
import { SOUTH_ASIAN } from './table-south-asian.ts'
import { SURNAMES } from './table-surnames.ts'

/** The groups of the tables that a word belongs to, by their numbers; those where it is a spelling of the name itself. */
interface Belonging {
  readonly groups: number[]
  readonly spellings: number[]
}

const NONE: readonly number[] = []
/** Words of this length and more that the tables do not know count with the one they know that is nearly it. */
const LONG_ENOUGH = 4
const NEARLY = 0.9
const names: string[] = []
const belongings = readTables([
  ENGLISH_WOMEN_A_TO_J,
  ENGLISH_WOMEN_K_TO_Z,
  ENGLISH_MEN_A_TO_J,
  ENGLISH_MEN_K_TO_Z,
  CELTIC,
  ARABIC,
  SOUTH_ASIAN,
  SLAVIC,
  AFRICAN_AND_OTHERS,
  EAST_ASIAN,
  SURNAMES,
])

const bySound = soundsOf(belongings.keys())

/**
 * The names that a folded word may stand for, each by its first spelling in the tables: "bert" is albert, herbert,
 * robert and more. Empty where the tables do not know it.
 */
export function nicknameGroup(word: string): readonly string[] {
  return groupsOf(word).map((group) => names[group] ?? '')
}

/** The same by number, for speed: numbers hold while the program runs and are not to be kept. */
export const groupsOf = rememberWords((word): readonly number[] => {
  const known = belongings.get(word)
  if (known !== undefined) return known.groups
  const near = word.length < LONG_ENOUGH ? undefined : nearlyKnown(word)
  return near === undefined ? NONE : (belongings.get(near)?.groups ?? NONE)
})

/** The word of the tables that sounds the same and is written nearly the same. */
function nearlyKnown(word: string): string | undefined {
  let nearest: string | undefined
  let most = NEARLY
  for (const sound of phoneticKeys(word))
    for (const one of bySound.get(sound) ?? []) {
      const likeness = jaroWinkler(word, one)
      if (likeness < most) continue
      most = likeness
      nearest = one
    }
  return nearest
}

/** Groups in which the word is a spelling of the name, not what people of that name are called. */
export function spellingGroupsOf(word: string): readonly number[] {
  return belongings.get(word)?.spellings ?? NONE
}

/** The first spelling, in the tables, of the name that the word spells; the word itself where they do not know it. */
export function tabledSpelling(word: string): string {
  const [first] = spellingGroupsOf(word)
  return first === undefined ? word : (names[first] ?? word)
}

function readTables(tables: readonly string[]): Map<string, Belonging> {
  const found = new Map<string, Belonging>()
  for (const line of tables.join('\n').split('\n')) {
    const [spellings = '', called = ''] = line.split(';')
    const own = wordsOf(spellings)
    const [first] = own
    if (first === undefined) continue
    const group = names.push(first) - 1
    for (const word of own) note(found, word, group, true)
    for (const word of wordsOf(called)) note(found, word, group, false)
  }
  return found
}

function wordsOf(list: string): string[] {
  return list
    .split(' ')
    .map((word) => foldName(word).replaceAll(' ', ''))
    .filter((word) => word !== '')
}

function note(found: Map<string, Belonging>, word: string, group: number, spells: boolean): void {
  const belonging = found.get(word) ?? { groups: [], spellings: [] }
  found.set(word, belonging)
  if (!belonging.groups.includes(group)) belonging.groups.push(group)
  if (spells && !belonging.spellings.includes(group)) belonging.spellings.push(group)
}

function soundsOf(words: Iterable<string>): Map<string, string[]> {
  const sounds = new Map<string, string[]>()
  for (const word of words)
    for (const sound of word.length < LONG_ENOUGH ? [] : phoneticKeys(word)) {
      const alike = sounds.get(sound)
      if (alike === undefined) sounds.set(sound, [word])
      else alike.push(word)
    }
  return sounds
}
