import type { SchematicWard } from '../geography/schematic-areas.ts'

/** People known to the force in ten years, as nominals: the size to build for. */
export const PEOPLE_OF_TEN_YEARS = 2_500_000
const TEN_YEARS = 120
const THREE_YEARS = 36

/** How large a force is made: 1 is ten years of one. What happened is three years at least, of the whole force. */
export function sizeOf(scale: number): { people: number; months: number } {
  const months = Math.max(THREE_YEARS, Math.min(TEN_YEARS, Math.round(TEN_YEARS * scale)))
  return { people: Math.max(1, Math.round(PEOPLE_OF_TEN_YEARS * scale)), months }
}

/** Records of people for each person there is: about one record in ten is of somebody who had one. */
export const RECORDS_A_PERSON = 1.11
/** Where the neighbourhood team works as whom a newcomer signs in: the made-up people begin there. */
const MIDDLE = 'schematic-reading-abbey'

export interface WardPlan {
  readonly ward: SchematicWard
  /** Its number among the wards of the geography. */
  readonly number: number
  /** Records of people to be made in it. */
  readonly records: number
}

/**
 * Which wards have people, and how many: ward by ward as they lie around the middle, each filled as it would be at ten years'
 * size, until there are `records` in all. So a small force is one town whose crimes have people, and not a thin spread.
 */
export function planTown(wards: readonly SchematicWard[], records: number): WardPlan[] {
  const middle = wards.find(({ code }) => code === MIDDLE)?.centre ?? [0, 0]
  const thousands = wards.reduce((sum, ward) => sum + ward.thousands, 0)
  const distance = ({ centre }: SchematicWard) => ((centre[0] - middle[0]) * 0.62) ** 2 + (centre[1] - middle[1]) ** 2
  let left = records
  return wards
    .map((ward, number) => ({ ward, number }))
    .toSorted((a, b) => distance(a.ward) - distance(b.ward) || a.number - b.number)
    .flatMap(({ ward, number }) => {
      const here = Math.min(left, Math.round((PEOPLE_OF_TEN_YEARS * ward.thousands) / thousands))
      left -= here
      return here > 0 ? [{ ward, number, records: here }] : []
    })
}
