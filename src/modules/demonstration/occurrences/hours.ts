/** How the hours of the day share out what happens. */
interface DayShape {
  /** Weights of the 24 hours from Monday to Friday, London time. */
  readonly weekday: readonly number[]
  /** The same at weekends; the small hours of a Saturday and a Sunday are the end of a night out. */
  readonly weekend: readonly number[]
  /** Weights of the days, Monday first. */
  readonly days: readonly number[]
}

//                   0   1   2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
const SHOPS = /*  */ [0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 8, 9, 9, 9, 9, 10, 10, 9, 8, 6, 4, 2, 1, 0]
const DAY = /*    */ [3, 1, 1, 1, 1, 1, 2, 4, 7, 8, 7, 7, 8, 7, 7, 8, 9, 9, 8, 7, 6, 5, 4, 4]
const EVENING = /**/ [5, 3, 2, 1, 1, 1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 8, 9, 9, 10, 11, 11, 10, 9, 7]
const LATE = /*   */ [13, 12, 9, 6, 3, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 7, 7, 7, 8, 9, 10, 11, 12, 13]
const NIGHT = /*  */ [8, 6, 5, 4, 3, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 8, 9, 10, 10, 11, 10]
const BURGLARY = /**/ [4, 4, 5, 4, 3, 2, 2, 3, 6, 7, 7, 7, 7, 7, 7, 7, 8, 10, 10, 8, 7, 5, 4, 4]
const MIXED = /*  */ [4, 3, 2, 1, 1, 1, 1, 3, 5, 5, 5, 5, 6, 6, 6, 8, 8, 8, 8, 8, 8, 7, 6, 5]

/** Shapes of the day, drawn by us. */
export const HOUR_SHAPES = {
  shops: { weekday: SHOPS, weekend: SHOPS, days: [10, 10, 10, 10.5, 11, 11, 7.5] },
  day: { weekday: DAY, weekend: DAY, days: [10, 10, 10, 10, 10.5, 10, 8.5] },
  evening: { weekday: EVENING, weekend: EVENING, days: [9, 9, 9, 9.5, 11, 12, 10.5] },
  night: { weekday: NIGHT, weekend: NIGHT, days: [9.5, 9.5, 9.5, 9.5, 10.5, 11, 10.5] },
  nightlife: { weekday: MIXED, weekend: LATE, days: [8.8, 8.8, 9, 9.2, 10.2, 12.5, 12] },
  burglary: { weekday: BURGLARY, weekend: BURGLARY, days: [10, 10, 10, 10.5, 11, 10, 8.5] },
} as const satisfies Record<string, DayShape>

export type HourShape = keyof typeof HOUR_SHAPES
