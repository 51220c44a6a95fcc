import { pick } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'
import { NICKNAMES_A_K } from './nickname-lists-a-k.ts'
import { NICKNAMES_L_Z } from './nickname-lists-l-z.ts'

/**
 * What people with a given name are called, written by us for the generator alone: the matcher has a table of its own, and
 * this one is not to be taken from it, nor the other way round.
 */
export const NICKNAMES: ReadonlyMap<string, readonly string[]> = new Map(
  `${NICKNAMES_A_K}\n${NICKNAMES_L_Z}`.split('\n').map((line) => {
    const [name = '', called = ''] = line.split(': ')
    return [name, called.split(' ')]
  }),
)

/**
 * The beginning of a name as friends say it: `Chuk` of Chukwuemeka, `Kully` of Kulwinder, `Shans` of Shanelle. Null where the
 * name is short enough as it is.
 */
export function cutShort(random: Random, name: string): string | null {
  const beginning = /^[^aeiou]*[aeiou]+[^aeiou]/i.exec(name)?.[0] ?? ''
  if (name.length < 6 || beginning.length < 3) return null
  const last = beginning.slice(-1)
  return beginning + pick(random, ['', '', `${last}y`, `${last}ie`, 's', 'o'])
}
