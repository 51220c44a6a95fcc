import { pick, weightedChoice } from '#calculations/random/choices.ts'
import { chanceDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { PlacedPoint } from '../occurrences/ward-streets.ts'
import type { CommunityCode } from './communities.ts'
import { communityOf } from './communities.ts'
import { wordsOf } from './names/by-frequency.ts'
import { britishSurname } from './names/british-surnames.ts'

export type OrganisationKind =
  'business' | 'charity' | 'school' | 'health' | 'public-body' | 'faith' | 'licensed-premises' | 'other'

export interface Organisation {
  readonly kind: OrganisationKind
  readonly name: string
  /** What it is also known as; empty where nothing. */
  readonly also: string
  /** Place of its premises among the ward's points. */
  readonly point: number
}

const KINDS = weightedChoice<OrganisationKind>([
  ['business', 62],
  ['licensed-premises', 10],
  ['school', 5],
  ['health', 6],
  ['charity', 5],
  ['faith', 6],
  ['public-body', 3],
  ['other', 3],
])
const TRADES =
  wordsOf(`Stores Supermarket Convenience_Store Food_and_Wine Newsagents Pharmacy Motors Garage Car_Wash Taxis Barbers Hair
Beauty Nails Kebab_House Fish_Bar Pizza Tandoori Bakery Butchers Café Builders Plumbing Electrical Roofing Removals Lettings Estates
Solicitors Accountants Phones Vapes Off_Licence Florist Dry_Cleaners Opticians Jewellers Furniture Tyres Scaffolding Cleaning_Services`)
const INNS =
  wordsOf(`Crown Red_Lion Plough White_Hart Royal_Oak Swan Bell George Fox_and_Hounds Kings_Head Queens_Head Wheatsheaf Bull
Rose_and_Crown Three_Horseshoes Railway_Tavern Black_Horse Chequers Greyhound Bird_in_Hand Dog_and_Duck Jolly_Farmer Saracens_Head
Six_Bells Nags_Head Cross_Keys Volunteer Anchor Barley_Mow Hop_Pole`)
const SAINTS = wordsOf(
  `St_Mary St_John St_Peter St_Paul Holy_Trinity St_Andrew St_Michael All_Saints St_Thomas St_Luke St_Anne`,
)
const FAITHS = wordsOf(
  'Church Methodist_Church Baptist_Church Gospel_Hall Jamia_Masjid Islamic_Centre Gurdwara Hindu_Temple Synagogue',
)

/** The organisations of a ward, most of them where people shop and go out. */
export function drawOrganisations(
  random: Random,
  points: readonly PlacedPoint[],
  place: string,
  count: number,
  communities: (random: Random) => CommunityCode,
): Organisation[] {
  const choosePoint = weightedChoice(
    points.map(
      ({ use }, i) => [i, use === 'shops' ? 40 : use === 'nightlife' ? 25 : use === 'street' ? 1 : 3] as const,
    ),
  )
  const taken = new Set<string>()
  return Array.from({ length: count }, () => {
    const kind = KINDS(random)
    let name = nameOf(random, kind, place, communities)
    for (let tries = 0; tries < 4 && taken.has(name); tries++) name = nameOf(random, kind, place, communities)
    taken.add(name)
    const short = chanceDraw(random, 0.2)
      ? name.replace(/ (Ltd|Limited|PLC|Primary School|Surgery)$/, '').replace(/^The /, '')
      : name
    return { kind, name, also: short === name ? '' : short, point: choosePoint(random) }
  })
}

function nameOf(
  random: Random,
  kind: OrganisationKind,
  place: string,
  communities: (random: Random) => CommunityCode,
): string {
  const surname = (): string => {
    const community = communities(random)
    return community === 'british' ? britishSurname(random) : communityOf(community).names.family(random)
  }
  switch (kind) {
    case 'business': {
      const style = random.next()
      const whose = style > 0.7 ? place : surname()
      const owner = style < 0.14 ? `${whose} and Sons` : style < 0.25 ? `${whose} Brothers` : whose
      return `${owner} ${pick(random, TRADES)}${chanceDraw(random, 0.55) ? pick(random, [' Ltd', ' Limited']) : ''}`
    }
    case 'licensed-premises':
      return `The ${pick(random, INNS)}${chanceDraw(random, 0.3) ? `, ${place}` : ''}`
    case 'school':
      return chanceDraw(random, 0.4)
        ? `${pick(random, SAINTS)}'s Primary School`
        : `${place} ${pick(random, ['Primary School', 'Academy', 'School', 'Nursery'])}`
    case 'health':
      return `${chanceDraw(random, 0.5) ? place : surname()} ${pick(random, ['Surgery', 'Medical Centre', 'Dental Practice', 'Care Home', 'Pharmacy'])}`
    case 'charity':
      return `${place} ${pick(random, ['Food Bank', 'Night Shelter', 'Youth Trust', 'Community Association', 'Refuge'])}`
    case 'faith':
      return `${place} ${pick(random, FAITHS)}`
    case 'public-body':
      return `${place} ${pick(random, ['Library', 'Job Centre', 'Leisure Centre', 'Fire Station', 'Town Council'])}`
    case 'other':
      return `${place} ${pick(random, ['Residents Association', 'Football Club', 'Allotments', 'Scout Group'])}`
  }
}
