import type { Random } from '#calculations/random/random.ts'
import { byFrequency } from './by-frequency.ts'

export type Sex = 'female' | 'male'
type Draw = (random: Random) => string

/** The names that a community draws from; how they are put together is its custom (`naming.ts`). */
export interface CommunityNames {
  readonly female: Draw
  readonly male: Draw
  readonly family: Draw
}

/** Flatness of the given and of the family names: large where no few names stand out. */
export function communityNames(female: string, male: string, family: string, given = 10, surnames = 6): CommunityNames {
  return {
    female: byFrequency(female, given),
    male: byFrequency(male, given),
    family: byFrequency(family, surnames),
  }
}
