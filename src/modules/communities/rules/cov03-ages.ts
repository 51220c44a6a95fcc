import { GROUP_NAMES, GROUPS, type GroupCode } from './lists.ts'

/** People of an age band as it was loaded: `10-17`, `65-plus`. */
export interface AgeBand {
  readonly band: string
  readonly people: number
}

/**
 * COV03 How many residents a group has by age, where the bands that are loaded fill its ages without a gap and without going
 * beyond; a band that straddles is not shared out, so the group then has no figure.
 */
export function residentsByAge(bands: readonly AgeBand[]): ReadonlyMap<GroupCode, number> {
  const read = bands.flatMap(({ band, people }) => {
    const parts = /^(\d{1,3})-(\d{1,3}|plus)$/.exec(band)
    if (parts === null) return []
    return [{ from: Number(parts[1]), to: parts[2] === 'plus' ? Number.POSITIVE_INFINITY : Number(parts[2]), people }]
  })
  const residents = new Map<GroupCode, number>()
  for (const group of GROUP_NAMES) {
    const { ages } = GROUPS[group]
    if (ages === null) continue
    const to = ages.to ?? Number.POSITIVE_INFINITY
    const within = read.filter((band) => band.from >= ages.from && band.to <= to).toSorted((a, b) => a.from - b.from)
    if (fills(within, ages.from, to))
      residents.set(
        group,
        within.reduce((sum, { people }) => sum + people, 0),
      )
  }
  return residents
}

function fills(bands: readonly { readonly from: number; readonly to: number }[], from: number, to: number): boolean {
  let next = from
  for (const band of bands) {
    if (band.from !== next) return false
    next = band.to + 1
  }
  return bands.length > 0 && next === to + 1
}
