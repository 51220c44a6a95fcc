import type { LngLat } from '#calculations/geometry/shapes.ts'
import { type Hexagon, hexagonCentre, countPerHexagon } from '#calculations/hexagons/hexagons.ts'
import { repeatCandidates } from '#calculations/place-patterns/candidates.ts'
import { concentration } from '#calculations/place-patterns/concentration.ts'
import { flattenPoints } from '#calculations/place-patterns/flat-points.ts'
import { hotSpots } from '#calculations/place-patterns/hot-spots.ts'
import { gridAround, kernelDensity } from '#calculations/place-patterns/kernel-density.ts'
import { nearRepeat } from '#calculations/place-patterns/near-repeat.ts'
import { countRepeats, type Hit } from '#calculations/place-patterns/repeat-counts.ts'
import { repeatShares } from '#calculations/place-patterns/repeat-shares.ts'
import { repeatTiming } from '#calculations/place-patterns/repeat-timing.ts'
import { madeUpEvents, madeUpRegion } from '#calculations/place-patterns/testing-places.ts'
import { plainKnoxShuffles } from '#calculations/place-patterns/testing-plain-knox.ts'
import { pick } from '#calculations/random/choices.ts'
import { negativeBinomialDraw, normalDraw } from '#calculations/random/distributions.ts'
import { createRandom, type Random } from '#calculations/random/random.ts'
import { figure, type Figure } from './figure.ts'

const POINTS = 200_000
const PLACES = 150_000
const NEAR = { events: 20_000, width: 10_000, shuffles: 999 }
/** What every pair is measured on; the rest follows from pairs and shuffles. */
const PLAIN = { events: 2_000, shuffles: 5 }
const METRES = [0, 100, 200, 300, 400]
const DAYS = [7, 14, 21, 28]
const SECONDS = { unit: 's of processor', role: 'none', storeBytes: null, part: 'patterns' }

/** Patterns of a force's year of crimes, and near repeat beside looking at every pair. */
export function run(): Promise<Figure[]> {
  return Promise.resolve([analysing(), nearRepeats()])
}

function analysing(): Figure {
  const random = createRandom('patterns')
  const region = madeUpRegion(60)
  const points = pointsIn(region, random)
  const hits = hitsOn(random)
  const year = { first: 1, last: 365 }
  const parts = {
    'hot spots': timed(() => hotSpots(countPerHexagon(points, 8), region)),
    density: timed(() => {
      const flat = flattenPoints(points, [-1.25, 51.75])
      kernelDensity(flat, 500, gridAround(flat, 500, 100))
    }),
    repeats: timed(() => {
      const counted = countRepeats(hits, year, { by: 'place', place: 'exact' })
      if (counted.kind === 'refused') throw new Error(counted.words)
      repeatShares(counted.counts, PLACES)
      concentration(counted.counts.values(), PLACES)
      repeatTiming(hits, year, PLACES, { time: 'day' })
      repeatCandidates(counted.counts, { population: PLACES })
      repeatCandidates(counted.counts, { population: PLACES, risk: 'differing' })
    }),
  }
  const seconds = Object.entries(parts).map(([name, each]) => `${name} ${each.toFixed(1)} s`)
  return figure({
    ...SECONDS,
    name: 'Points analysed',
    value: Object.values(parts).reduce((sum, each) => sum + each, 0),
    aim: { words: 'under 10 s', atMost: 10 },
    rows: POINTS,
    note: `${region.length.toLocaleString('en-GB')} cells, ${PLACES.toLocaleString('en-GB')} places: ${seconds.join(', ')}`,
  })
}

function nearRepeats(): Figure {
  const { points, day } = madeUpEvents(createRandom('near'), NEAR.events, NEAR.width)
  const precision = { time: 'day', place: 'exact' } as const
  const seconds = timed(() => {
    const options = { metres: METRES, days: DAYS, shuffles: NEAR.shuffles, seed: 'near' }
    const found = nearRepeat({ points, day, precision }, options)
    if (found.kind === 'refused') throw new Error(found.words)
  })
  const few = madeUpEvents(createRandom('plain'), PLAIN.events, NEAR.width)
  const plain = timed(() => plainKnoxShuffles(few.points, few.day, METRES, DAYS, PLAIN.shuffles))
  const times = (NEAR.events / PLAIN.events) ** 2 * ((NEAR.shuffles + 1) / PLAIN.shuffles)
  return figure({
    ...SECONDS,
    name: 'Near repeat, 999 shuffles',
    value: seconds,
    against: {
      reference: `every pair: ${PLAIN.events.toLocaleString('en-GB')} events and ${PLAIN.shuffles} shuffles, times ${times.toLocaleString('en-GB')}`,
      value: plain * times,
    },
    rows: NEAR.events,
    note: `20 bands up to 400 m and 28 days, 200 events a km²; under 60 s: ${seconds < 60 ? 'met' : 'NOT MET'}; the reference was not run whole`,
  })
}

/** Points around the middles of cells, some with many. */
function pointsIn(region: readonly Hexagon[], random: Random): LngLat[] {
  const points: LngLat[] = []
  while (points.length < POINTS) {
    const [longitude, latitude] = hexagonCentre(pick(random, region))
    const here = negativeBinomialDraw(random, 3, 0.7)
    for (let i = 0; i < here && points.length < POINTS; i++) {
      points.push([longitude + normalDraw(random) * 0.004, latitude + normalDraw(random) * 0.003])
    }
  }
  return points
}

function hitsOn(random: Random): Hit[] {
  const hits: Hit[] = []
  while (hits.length < POINTS) {
    const target = `place ${Math.floor(random.next() * PLACES)}`
    const here = negativeBinomialDraw(random, 1.3, 1)
    for (let i = 0; i < here && hits.length < POINTS; i++)
      hits.push({ target, day: 1 + Math.floor(random.next() * 365) })
  }
  return hits
}

/** Seconds of the processor on all cores, so that a busy machine weighs less. */
function timed(work: () => unknown): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}
