import { type Hexagon, hexagonCentre } from '#calculations/hexagons/hexagons.ts'
import { madeUpEvents, madeUpRegion } from '#calculations/place-patterns/testing-places.ts'
import { pick } from '#calculations/random/choices.ts'
import { negativeBinomialDraw, normalDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'

/** Everything is made up, by seed: what is kept as a fixture is nobody's data. */
export interface PysalInput {
  /** How often each is done; the best time counts, since whatever else the machine does only ever adds to it. */
  readonly rounds: number
  readonly hotSpots: readonly HotSpotInput[]
  readonly knox: readonly KnoxInput[]
  readonly regression: readonly { readonly count: number; readonly of: readonly number[]; readonly exposure: number }[]
  readonly texts: readonly string[]
}

export interface HotSpotInput {
  readonly name: string
  readonly resolution: number
  readonly region: readonly Hexagon[]
  readonly points: readonly (readonly [number, number])[]
  readonly exposure?: readonly number[]
}

export interface KnoxInput {
  readonly name: string
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly day: readonly number[]
  readonly metres: number
  readonly days: number
  readonly shuffles: number
}

/** Small enough to be kept beside the tests. */
export function smallInput(): PysalInput {
  const hotSpots = hotSpotsOf('small', 7, 400)
  const random = createRandom('exposure')
  const exposure = hotSpots.region.map(() => 50 + Math.round(900 * random.next()))
  return {
    rounds: 1,
    hotSpots: [{ ...hotSpots, exposure }],
    knox: [knoxOf('near', 160, 2_000, 100, 7, 999), knoxOf('far', 160, 2_000, 400, 28, 999)],
    regression: regressionOf(),
    texts: [
      'moped theft station car park night',
      'bicycle theft station rack day',
      'noise student house night night night',
      'shop theft town centre day',
      'car park damage night',
      'begging town centre station',
    ],
  }
}

/** As large as a force's year; of the near pairs as many as PySAL does in minutes. */
export function largeInput(): PysalInput {
  return {
    rounds: 3,
    hotSpots: [hotSpotsOf('200,000 points', 60, 200_000)],
    knox: [knoxOf('2,000 events', 2_000, 6_000, 200, 14, 99)],
    regression: [],
    texts: ['one word'],
  }
}

/** Points around the middles of cells, some cells with many. */
function hotSpotsOf(name: string, rings: number, events: number): HotSpotInput {
  const random = createRandom(`points ${name}`)
  const region = madeUpRegion(rings)
  const points: [number, number][] = []
  while (points.length < events) {
    const [longitude, latitude] = hexagonCentre(pick(random, region))
    const here = negativeBinomialDraw(random, 3, 0.7)
    for (let i = 0; i < here && points.length < events; i++) {
      points.push([rounded(longitude + normalDraw(random) * 0.004), rounded(latitude + normalDraw(random) * 0.003)])
    }
  }
  return { name, resolution: 8, region, points }
}

/** One event in ten followed within 80 m and five days. */
function knoxOf(name: string, n: number, width: number, metres: number, days: number, shuffles: number): KnoxInput {
  const { points, day } = madeUpEvents(createRandom(`events ${name}`), n, width)
  const [x, y] = [[...points.x].map(Math.round), [...points.y].map(Math.round)]
  const followed = Math.floor(n / 10)
  for (let i = 0; i < followed; i++) {
    x[n - 1 - i] = (x[i] ?? 0) + 50
    y[n - 1 - i] = (y[i] ?? 0) + 30
    day[n - 1 - i] = (day[i] ?? 0) + (i % 6)
  }
  return { name, x, y, day: [...day], metres, days, shuffles }
}

/** Four years of months that vary more than by chance, with a step and a bend after two and a wave. */
function regressionOf(): PysalInput['regression'] {
  const random = createRandom('months')
  return Array.from({ length: 48 }, (_, i) => {
    const past = i - 24
    const angle = (2 * Math.PI * i) / 12
    const of = [1, past / 12, Number(past >= 0), Math.max(0, past) / 12, Math.sin(angle), Math.cos(angle)].map(rounded)
    const exposure = 28 + (i % 4)
    return { count: negativeBinomialDraw(random, exposure * (past >= 0 ? 1.4 : 2), 20), of, exposure }
  })
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
