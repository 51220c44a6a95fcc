import { createRandom } from '#calculations/random/random.ts'
import type { Parties } from './parties.ts'

const GIVEN = [
  'Oliver',
  'Amelia',
  'George',
  'Isla',
  'Harry',
  'Ava',
  'Noah',
  'Mia',
  'Jack',
  'Lily',
  'Leo',
  'Grace',
  'Arthur',
  'Freya',
]
const FAMILY = [
  'Hartley',
  'Pemberton',
  'Okafor',
  'Whitlock',
  'Sandhu',
  'Kowalczyk',
  'Marlowe',
  'Tremaine',
  'Adeyemi',
  'Fenwick',
  'Brook',
]

/** Strangers, enough of them for a model to learn what two people share by chance; one in four is there twice. */
export async function makeStrangers(parties: Parties, count = 120): Promise<void> {
  const random = createRandom('strangers')
  for (let at = 0; at < count; at++) {
    const year = 1945 + Math.floor(random.next() * 60)
    const month = 1 + Math.floor(random.next() * 12)
    const day = 1 + Math.floor(random.next() * 28)
    const plan = {
      given: GIVEN[Math.floor(random.next() * GIVEN.length)] ?? '',
      family: FAMILY[Math.floor(random.next() * FAMILY.length)] ?? '',
      birth: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      sex: at % 2 === 0 ? 'female' : 'male',
    } as const
    await parties.person(plan)
    if (at % 4 === 0) await parties.person(at % 8 === 0 ? plan : { ...plan, birth: `${year}-01-01` })
  }
}
