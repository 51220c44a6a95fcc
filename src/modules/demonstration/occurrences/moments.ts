import { pick } from '#calculations/random/choices.ts'
import { chanceDraw, exponentialDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { WardStreets } from './ward-streets.ts'

/** People say "about ten" and "half past": minutes heap on the hour, the half and the quarters. */
export function minuteOfHour(random: Random): number {
  const kind = random.next()
  if (kind < 0.34) return 0
  if (kind < 0.5) return 30
  if (kind < 0.62) return random.next() < 0.5 ? 15 : 45
  if (kind < 0.84) return 5 * Math.floor(random.next() * 12)
  return Math.floor(random.next() * 60)
}

export interface Start {
  readonly at: number
  readonly point: number
}

const DAY_MS = 86_400_000
/** Of the burglaries, those that follow another: within days, at the same place or close by. */
const FOLLOWING = 0.24
const SAME_PLACE = 0.35
const MEAN_DAYS = 4

/**
 * The same number of burglaries, some of them moved to follow another one of the ward within days, at the same place or
 * within about 200 m of it: near repeats. One that would fall beyond `end`, the last moment of the month, stays where it was.
 */
export function nearRepeats(random: Random, starts: readonly Start[], streets: WardStreets, end: number): Start[] {
  const leaders: Start[] = []
  return starts.map((start) => {
    if (leaders.length === 0 || !chanceDraw(random, FOLLOWING)) {
      leaders.push(start)
      return start
    }
    const leader = pick(random, leaders)
    // Whole days and some hours either way: at about the same time of day.
    const days = Math.ceil(exponentialDraw(random, MEAN_DAYS))
    const at = leader.at + days * DAY_MS + (Math.floor(random.next() * 9) - 4) * 900_000
    if (at >= end) return start
    const follower = {
      at,
      point: chanceDraw(random, SAME_PLACE) ? leader.point : pick(random, streets.near(leader.point)),
    }
    leaders.push(follower)
    return follower
  })
}
