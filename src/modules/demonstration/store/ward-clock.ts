import { exponentialDraw } from '#calculations/random/distributions.ts'
import type { Random } from '#calculations/random/random.ts'
import type { Making } from './making.ts'
import { dayText, momentText } from './moment-text.ts'

export const DAY_MS = 86_400_000

export interface Clock {
  /** When something of the ward became known. */
  readonly known: () => string
  /** A day so long ago, on average. */
  readonly daysAgo: (mean: number) => string
}

export function clockOf(making: Making, random: Random): Clock {
  const end = making.frozenAt.getTime()
  const begin = Date.parse(`${making.months[0] ?? making.asOf.slice(0, 7)}-01`)
  return {
    known: () => momentText(begin + random.next() * (end - begin)),
    daysAgo: (mean) => dayText(end - Math.ceil(exponentialDraw(random, mean)) * DAY_MS),
  }
}
