import { createRandom, type Random } from '#calculations/random/random.ts'
import { searchEverything } from '../../src/modules/search/queries/search-everything.ts'
import { partiesOf } from '../world/parties.ts'
import type { World } from '../world/world.ts'
import { sameDistribution } from './kolmogorov-smirnov.ts'

export interface Attack {
  /** Searches for somebody hidden that were answered otherwise than one for nobody: none, or it leaks. */
  readonly told: readonly string[]
  /** How likely the two lists of times are where both come from one distribution. */
  readonly p: number
  readonly milliseconds: { readonly hidden: readonly number[]; readonly absent: readonly number[] }
}

const SUBJECTS = 60

/**
 * Searches as somebody would who wants to know whether a person is protected: half for people, vehicles and phones that are in
 * a compartment, half for such as do not exist, in no order that the time could follow, by everything that they are found by.
 */
export async function attack(world: World, seed: number, searches: number): Promise<Attack> {
  const random = createRandom(seed)
  const hidden: Subject[] = []
  const absent: Subject[] = []
  for (let at = 0; at < SUBJECTS; at++) {
    hidden.push(drawSubject(random, `H${seed}${at}`))
    absent.push(drawSubject(random, `A${seed}${at}`))
  }
  await hide(world, hidden)
  const order = Array.from({ length: searches }, (_, at) => ({ isHidden: at % 2 === 0, draw: random.next() })).toSorted(
    (a, b) => a.draw - b.draw,
  )
  const milliseconds = { hidden: [] as number[], absent: [] as number[] }
  const told: string[] = []
  for (const { isHidden } of order) {
    const list = isHidden ? hidden : absent
    const typed = questionOf(random, list[Math.floor(random.next() * list.length)] ?? list[0])
    const started = performance.now()
    const { found, more, facets, hits, listed } = await world.run('chief', searchEverything, { q: typed })
    milliseconds[isHidden ? 'hidden' : 'absent'].push(performance.now() - started)
    if (found !== 0 || more || facets.length > 0 || hits.length > 0 || listed !== 0) told.push(typed)
  }
  return { told, p: sameDistribution(milliseconds.hidden, milliseconds.absent), milliseconds }
}

interface Subject {
  readonly given: string
  readonly family: string
  readonly birth: string
  readonly reference: string
  readonly mark: string
  readonly phone: string
}

/** Names that nobody has and that are like nobody's, so that a search for them finds nothing. */
function drawSubject(random: Random, reference: string): Subject {
  const from = (letters: string) => letters.charAt(Math.floor(random.next() * letters.length))
  const syllables = (count: number) =>
    Array.from({ length: count }, () => from('qxzvj') + from('aeiou') + from('qxzvjk')).join('')
  const name = (count: number) => syllables(count).replace(/^./, (letter) => letter.toUpperCase())
  const figures = (count: number) => Array.from({ length: count }, () => from('0123456789')).join('')
  return {
    given: name(2),
    family: name(3),
    birth: `18${60 + Math.floor(random.next() * 30)}-0${1 + Math.floor(random.next() * 9)}-1${Math.floor(random.next() * 10)}`,
    reference: `N${reference}000000`,
    mark: `Q${figures(3)}X${from('QXZ')}${from('QXZ')}`,
    phone: `4499${figures(8)}`,
  }
}

/** In the compartment that `member` is in and the chief is not. */
async function hide(world: World, subjects: readonly Subject[]): Promise<void> {
  const parties = partiesOf(world)
  const { compartment } = world
  for (const { given, family, birth, reference, mark, phone } of subjects) {
    const person = await parties.person({ given, family, birth, reference, compartment })
    await parties.link(person, 'keeper-of', await parties.vehicle({ mark, compartment }), { compartment })
    await parties.link(person, 'uses-phone', await parties.phone({ number: phone, compartment }), { compartment })
  }
}

function questionOf(random: Random, subject: Subject | undefined): string {
  if (subject === undefined) throw new Error('There is nobody to ask for.')
  const { given, family, birth, reference, mark, phone } = subject
  const questions = [
    `${given} ${family}`,
    `${family}, ${given}`,
    `${given} ${family} ${birth.split('-').toReversed().join('/')}`,
    `${given.charAt(0)} ${family}`,
    `${family.slice(0, -2)}*`,
    `${family.slice(0, 3)}${family.slice(4)} ${given}`,
    reference,
    mark,
    `${mark.slice(0, 4)}*`,
    `0${phone.slice(2)}`,
  ]
  return questions[Math.floor(random.next() * questions.length)] ?? family
}
