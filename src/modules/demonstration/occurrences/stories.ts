import type { DistrictCode } from '../geography/districts.ts'
import { schematicCode, type SchematicWard } from '../geography/schematic-areas.ts'
import type { CategoryCode } from './categories.ts'

/** Something that happened to the figures of one district, or of one neighbourhood in it, so that charts and comparisons have it to find. */
interface Story {
  readonly district: DistrictCode
  /** By name; the whole district where none is said. */
  readonly neighbourhood?: string
  readonly category: CategoryCode
  readonly words: string
  /** How many times as many, so many months before the month of the as-of date. */
  readonly factor: (monthsBefore: number) => number
}

/** Months before the as-of month in which the step in Slough begins. */
export const STEP_MONTHS_BEFORE = 10

/** Months before the as-of month since which bicycles are taken less in the middle of Reading: a plan there worked. */
const PLAN_MONTHS_BEFORE = 10

/** The step change, what a plan did, and the slow trends. Everything else is chance and season. */
const STORIES: readonly Story[] = [
  {
    district: 'slough',
    category: 'vehicle-crime',
    words: 'Vehicle crime in Slough stepped up by six tenths and stayed there',
    factor: (monthsBefore) => (monthsBefore <= STEP_MONTHS_BEFORE ? 1.6 : 1),
  },
  {
    district: 'milton-keynes',
    category: 'shoplifting',
    words: 'Shoplifting in Milton Keynes grows by about one in a hundred a month',
    factor: (monthsBefore) => 1.011 ** (18 - monthsBefore),
  },
  {
    district: 'reading',
    category: 'burglary',
    words: 'Burglary in Reading falls by about one in a hundred a month',
    factor: (monthsBefore) => 0.989 ** (18 - monthsBefore),
  },
  {
    district: 'reading',
    neighbourhood: 'Reading town centre',
    category: 'bicycle-theft',
    words: 'Bicycle theft in Reading town centre halved when the racks were moved',
    factor: (monthsBefore) => (monthsBefore <= PLAN_MONTHS_BEFORE ? 0.5 : 1),
  },
]

/** Standing differences between districts that their places do not explain. */
const DISTRICT_LEVELS: Readonly<
  Partial<Record<DistrictCode, Readonly<Partial<Record<CategoryCode | 'all', number>>>>>
> = {
  oxford: { 'bicycle-theft': 4.2, 'theft-from-the-person': 1.3 },
  reading: { all: 1.1, 'bicycle-theft': 1.7, robbery: 1.4 },
  slough: { all: 1.12, 'vehicle-crime': 1.25, robbery: 1.5 },
  'milton-keynes': { all: 1.12 },
  'south-bucks': { 'vehicle-crime': 1.5, burglary: 1.4 },
  chiltern: { burglary: 1.2 },
  'windsor-and-maidenhead': { all: 0.78 },
  'west-berkshire': { all: 0.86 },
  wokingham: { all: 0.78 },
  'bracknell-forest': { all: 0.88 },
  'west-oxfordshire': { all: 0.85 },
  'south-oxfordshire': { all: 0.9 },
}

/** The standing level of a category in a district: 1 is what its places would give. */
export function districtLevel(district: DistrictCode, category: CategoryCode): number {
  const levels = DISTRICT_LEVELS[district]
  return (levels?.all ?? 1) * (levels?.[category] ?? 1)
}

/** What the stories make of a category in a ward in the month so many months before that of the as-of date. */
export function storyFactor(
  { district, within }: Pick<SchematicWard, 'district' | 'within'>,
  category: CategoryCode,
  monthsBefore: number,
): number {
  const told = (story: Story) =>
    story.district === district &&
    story.category === category &&
    (story.neighbourhood === undefined || schematicCode(story.neighbourhood) === within.neighbourhood)
  return STORIES.filter(told).reduce((product, story) => product * story.factor(monthsBefore), 1)
}
