import type { DistrictCode } from '../geography/districts.ts'
import type { GroupShares } from './communities.ts'

/**
 * About how many in a hundred belong to each group of the census of 2021, by district: rounded by us from general knowledge and
 * not checked against the tables (unverified); those of mixed descent are in the households of two communities.
 * British, Irish, other White, Indian, Pakistani, Bangladeshi, Chinese, other Asian, Caribbean, African, other.
 */
const SHARES: Readonly<Record<DistrictCode, GroupShares>> = {
  'aylesbury-vale': [80, 1, 6, 2, 4.5, 0.4, 0.5, 1.5, 1.2, 2, 0.9],
  'bracknell-forest': [79, 1, 7, 3.5, 0.8, 0.3, 0.7, 2.5, 0.6, 2.5, 1],
  cherwell: [79, 1, 10, 2, 2.2, 0.3, 0.5, 1.6, 0.6, 1.8, 0.9],
  chiltern: [81, 1.5, 6, 3.2, 3.3, 0.4, 0.7, 1.3, 0.5, 0.8, 1],
  'milton-keynes': [61, 1, 9.5, 6, 2.3, 1, 1.2, 2.7, 1.6, 8, 2.2],
  oxford: [55, 1.6, 17, 4.5, 4.2, 1.5, 3.4, 3, 1, 3.5, 3],
  reading: [54, 1.4, 12, 8, 5, 0.6, 1.6, 4, 1.7, 5.3, 2.6],
  slough: [24, 1, 11, 19, 22, 0.5, 0.6, 4.5, 1.9, 5.5, 4],
  'south-bucks': [66, 1.8, 6, 14, 3, 0.4, 1, 2.2, 0.8, 1, 2.5],
  'south-oxfordshire': [86, 1, 6, 1, 0.5, 0.2, 0.6, 0.8, 0.3, 0.8, 0.5],
  'vale-of-white-horse': [83, 1, 7, 1.6, 0.7, 0.3, 1.2, 1, 0.4, 1, 0.7],
  'west-berkshire': [87, 1, 5, 1.4, 0.4, 0.2, 0.4, 1, 0.4, 1, 0.5],
  'west-oxfordshire': [90, 0.8, 4.5, 0.5, 0.2, 0.1, 0.4, 0.6, 0.3, 0.5, 0.4],
  'windsor-and-maidenhead': [71, 1.6, 9, 6, 3.4, 0.3, 0.9, 2.3, 0.5, 1, 1.8],
  wokingham: [70, 1.2, 6.5, 8.5, 2.5, 0.3, 2.2, 2.6, 0.6, 1.8, 1.6],
  wycombe: [68, 1.3, 7, 3, 11.5, 0.5, 0.6, 1.6, 2.3, 1.8, 1],
}

/** Towns' middles and estates have more of everybody but the British than the district has, villages fewer. */
const APART = { centre: 0.75, town: 0.95, estate: 0.85, suburb: 1.02, village: 1.25 } as const

export function groupShares(district: DistrictCode, place: keyof typeof APART): GroupShares {
  const [british = 0, ...others] = SHARES[district]
  return [british * APART[place], ...others.map((share) => share / APART[place])]
}
