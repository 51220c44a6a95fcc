import { weightedChoice } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'
import * as african from './names/african-caribbean.ts'
import { communityNames, type CommunityNames } from './names/community-names.ts'
import * as eastern from './names/eastern.ts'
import * as european from './names/european.ts'
import * as asian from './names/south-asian.ts'
import { IRISH_SURNAMES } from './names/british-surnames.ts'
import type { Script } from './variants/transliterations.ts'

/** How a community puts names together and hands them on; see `naming.ts`. */
export type Custom =
  | 'british'
  | 'western'
  | 'slavic'
  | 'two-surnames'
  | 'portuguese'
  | 'sikh'
  | 'father-in-the-middle'
  | 'initial'
  | 'muslim-south-asian'
  | 'three-generations'
  | 'family-first'
  | 'vietnamese'
  | 'west-african'
  | 'nepali'

interface Community {
  /** In the words of the census of 2021, as people describe themselves. */
  readonly ethnicity: string
  readonly custom: Custom
  readonly script: Script
  readonly names: CommunityNames
  /** Share of those born here since 1985 whose given names are British ones. */
  readonly british: number
  /** Share of wives who take their husband's name. */
  readonly taken: number
}

const BRITISH_ONLY = communityNames('Mary', 'John', 'Smith')
const irish: CommunityNames = { ...BRITISH_ONLY, family: IRISH_SURNAMES }

export const COMMUNITIES = {
  british: of('White: English, Welsh, Scottish, Northern Irish or British', 'british', 'latin', BRITISH_ONLY, 1, 0.72),
  irish: of('White: Irish', 'british', 'latin', irish, 1, 0.72),
  traveller: of('White: Gypsy or Irish Traveller', 'british', 'latin', irish, 1, 0.85),
  polish: of('White: Other White', 'slavic', 'latin', european.POLISH, 0.2, 0.85),
  romanian: of('White: Other White', 'western', 'latin', european.ROMANIAN, 0.15, 0.85),
  portuguese: of('White: Other White', 'portuguese', 'latin', european.PORTUGUESE, 0.15, 0.5),
  spanish: of('White: Other White', 'two-surnames', 'latin', european.SPANISH, 0.1, 0),
  italian: of('White: Other White', 'western', 'latin', european.ITALIAN, 0.15, 0.1),
  bulgarian: of('White: Other White', 'slavic', 'cyrillic', european.BULGARIAN, 0.1, 0.7),
  ukrainian: of('White: Other White', 'western', 'cyrillic', european.UKRAINIAN, 0.05, 0.8),
  lithuanian: of('White: Other White', 'western', 'latin', european.LITHUANIAN, 0.1, 0.6),
  'german-french': of('White: Other White', 'western', 'latin', european.GERMAN_FRENCH, 0.3, 0.5),
  turkish: of('Other ethnic group: Any other ethnic group', 'western', 'latin', eastern.TURKISH, 0.05, 0.8),
  brazilian: of('Other ethnic group: Any other ethnic group', 'portuguese', 'latin', european.BRAZILIAN, 0.1, 0.4),
  'punjabi-sikh': of('Asian: Indian', 'sikh', 'gurmukhi', asian.PUNJABI_SIKH, 0.04, 0.7),
  gujarati: of('Asian: Indian', 'father-in-the-middle', 'gurmukhi', asian.GUJARATI, 0.08, 0.85),
  hindu: of('Asian: Indian', 'western', 'gurmukhi', asian.HINDU, 0.05, 0.6),
  tamil: of('Asian: Other Asian', 'initial', 'gurmukhi', asian.TAMIL, 0.05, 0.4),
  nepali: of('Asian: Other Asian', 'nepali', 'gurmukhi', asian.NEPALI, 0.02, 0.8),
  pakistani: of('Asian: Pakistani', 'muslim-south-asian', 'perso-arabic', asian.PAKISTANI, 0.01, 0.3),
  bangladeshi: of('Asian: Bangladeshi', 'muslim-south-asian', 'perso-arabic', asian.BANGLADESHI, 0.01, 0.15),
  chinese: of('Asian: Chinese', 'family-first', 'han', eastern.CHINESE, 0.35, 0.1),
  cantonese: of('Asian: Chinese', 'family-first', 'han', eastern.CANTONESE, 0.35, 0.2),
  vietnamese: of('Asian: Other Asian', 'vietnamese', 'latin', eastern.VIETNAMESE, 0.25, 0),
  filipino: of('Asian: Other Asian', 'western', 'latin', eastern.FILIPINO, 0.3, 0.85),
  afghan: of('Asian: Other Asian', 'muslim-south-asian', 'perso-arabic', eastern.AFGHAN_IRANIAN, 0.01, 0.2),
  arab: of('Other ethnic group: Arab', 'three-generations', 'perso-arabic', eastern.ARAB, 0.02, 0),
  caribbean: of('Black: Caribbean', 'british', 'latin', african.CARIBBEAN, 0.25, 0.6),
  nigerian: of('Black: African', 'west-african', 'latin', african.NIGERIAN, 0.1, 0.75),
  ghanaian: of('Black: African', 'west-african', 'latin', african.GHANAIAN, 0.15, 0.6),
  somali: of('Black: African', 'three-generations', 'somali', african.SOMALI, 0, 0),
  eritrean: of('Black: African', 'three-generations', 'perso-arabic', african.ERITREAN, 0.02, 0),
  zimbabwean: of('Black: African', 'western', 'latin', african.ZIMBABWEAN, 0.2, 0.8),
} as const satisfies Record<string, Community>

export type CommunityCode = keyof typeof COMMUNITIES

export function communityOf(code: CommunityCode): Community {
  return COMMUNITIES[code]
}

function of(
  ethnicity: string,
  custom: Custom,
  script: Script,
  names: CommunityNames,
  british: number,
  taken: number,
): Community {
  return { ethnicity, custom, script, names, british, taken }
}

/** Shares in a hundred of the groups of the census, in the order of `GROUPS`, as `proportions.ts` has them by district. */
export type GroupShares = readonly number[]

/**
 * What the groups of the census are made up of, with weights of ours: British, Irish, other White, Indian, Pakistani,
 * Bangladeshi, Chinese, other Asian, Caribbean, African, other.
 */
const GROUPS: readonly (readonly (readonly [CommunityCode, number])[])[] = [
  [['british', 1]],
  [
    ['irish', 0.82],
    ['traveller', 0.18],
  ],
  [
    ['polish', 0.31],
    ['romanian', 0.18],
    ['german-french', 0.12],
    ['portuguese', 0.08],
    ['italian', 0.08],
    ['spanish', 0.07],
    ['bulgarian', 0.06],
    ['lithuanian', 0.05],
    ['ukrainian', 0.05],
  ],
  [
    ['punjabi-sikh', 0.42],
    ['hindu', 0.38],
    ['gujarati', 0.2],
  ],
  [['pakistani', 1]],
  [['bangladeshi', 1]],
  [
    ['chinese', 0.55],
    ['cantonese', 0.45],
  ],
  [
    ['nepali', 0.32],
    ['tamil', 0.26],
    ['filipino', 0.24],
    ['afghan', 0.12],
    ['vietnamese', 0.06],
  ],
  [['caribbean', 1]],
  [
    ['nigerian', 0.32],
    ['ghanaian', 0.22],
    ['zimbabwean', 0.22],
    ['somali', 0.16],
    ['eritrean', 0.08],
  ],
  [
    ['arab', 0.45],
    ['brazilian', 0.3],
    ['turkish', 0.25],
  ],
]

/** Draws the community of a household where the groups have these shares. */
export function communityDrawer(shares: GroupShares): (random: Random) => CommunityCode {
  return weightedChoice(
    GROUPS.flatMap((parts, i) => parts.map(([code, part]) => [code, (shares[i] ?? 0) * part] as const)),
  )
}
