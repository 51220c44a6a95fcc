import { normalDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { keysOf } from '#platform/edge.ts'
import type { SchematicWard } from '../geography/schematic-areas.ts'
import { CATEGORIES, type Category, type CategoryCode } from './categories.ts'
import { districtLevel } from './stories.ts'

export const CATEGORY_CODES = keysOf(CATEGORIES)

/** How much one ward differs from the next of its kind, for no reason that we give. */
const UNEXPLAINED = 0.22

/**
 * The share of each category (they add up to 1) that falls to each ward, in the order of the wards: by its people, the
 * kind of place, its district, and a little of its own.
 */
export function wardShares(wards: readonly SchematicWard[]): ReadonlyMap<CategoryCode, readonly number[]> {
  const random = createRandom('wards')
  const sharesOf = (category: CategoryCode): number[] => {
    const { byPlace }: Category = CATEGORIES[category]
    const weights = wards.map((ward) => {
      const own = Math.exp(normalDraw(random.split(ward.code).split(category), 0, UNEXPLAINED))
      return ward.thousands * byPlace[ward.place] * districtLevel(ward.district, category) * own
    })
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight) => weight / total)
  }
  return new Map(CATEGORY_CODES.map((category) => [category, sharesOf(category)]))
}

/** How a month of the year (1 to 12) compares with the year's mean. */
export function seasonFactor(category: CategoryCode, monthOfYear: number): number {
  const { peak, swing } = CATEGORIES[category].season
  return 1 + swing * Math.cos((2 * Math.PI * (monthOfYear - peak)) / 12)
}

/** How a day compares with other days of its weekday: Halloween, Bonfire Night and New Year have more of some things. */
export function dayFactor(category: CategoryCode, date: string): number {
  const day = date.slice(5)
  if (category === 'anti-social-behaviour' || category === 'criminal-damage-arson')
    return day === '10-31' ? 1.8 : day === '11-05' ? 1.6 : 1
  if (category === 'violent-crime' || category === 'public-order') return day === '01-01' ? 1.7 : 1
  if (category === 'shoplifting') return day === '12-25' ? 0.05 : 1
  return 1
}
