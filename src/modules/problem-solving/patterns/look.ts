import { randomUUID } from 'node:crypto'
import { refuseCoarse, refuseCoarsePlaces } from '#calculations/place-patterns/precision.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { settingsOn, type PatternSettings } from '../reference/settings.ts'
import { findHotSpots } from './find-hot-spots.ts'
import { findNearRepeats } from './find-near-repeats.ts'
import { findRepeatParties } from './find-repeat-parties.ts'
import { findRepeatPlaces } from './find-repeat-places.ts'
import type { Search, Window } from './pattern.ts'
import { storePatterns, type Stored } from './store-patterns.ts'
import { ownData, within } from './window.ts'

/**
 * Looks through what happened for patterns, as the system: what is in no compartment. Stores what is new or has grown, keeps
 * what is open up to date, lets go what is no more, and writes down what could not be looked for.
 */
export async function lookForPatterns(tx: Tx): Promise<Stored> {
  await tx.client.query(`SELECT pg_advisory_xact_lock(hashtextextended('problem patterns', 0))`)
  const { publisher, asOf, window } = await ownData(tx)
  const settings = settingsOn(asOf)
  const { found, refusals } =
    window === null
      ? { found: [], refusals: ['Nothing of this force has been imported yet.'] }
      : await search(tx, publisher, window, settings)
  const days = window ?? { from: asOf, to: asOf }
  const stored = await storePatterns(tx, found, { ...days, asOf }, settings)
  await tx.db
    .insertInto('problem_look')
    .values({ id: randomUUID(), looked_at: tx.now, first_on: days.from, last_on: days.to, refusals: [...refusals] })
    .execute()
  return stored
}

async function search(tx: Tx, publisher: string, window: Window, settings: PatternSettings): Promise<Search> {
  const spots = await findHotSpots(tx, publisher, window, settings)
  if (window.precision === 'month') {
    // Street files: dated by the month, moved to shared points, with nobody in them.
    const coarse = refuseCoarse({ time: 'month', place: 'snapped' })
    return { found: spots.found, refusals: [`Repeats were not looked for. ${coarse?.words ?? ''}`, ...spots.refusals] }
  }
  const parties = []
  for (const kind of ['repeat-victim', 'repeat-caller', 'repeat-place', 'repeat-asb-place'] as const)
    parties.push(...(await findRepeatParties(tx, publisher, window, settings, kind)))
  const fine = await finePlaces(tx, publisher, window, settings)
  return { found: [...spots.found, ...parties, ...fine.found], refusals: [...fine.refusals, ...spots.refusals] }
}

/** What needs the places themselves, refused where all were moved to shared points. */
async function finePlaces(tx: Tx, publisher: string, window: Window, settings: PatternSettings): Promise<Search> {
  const [exact] = rowsAs<{ any: boolean }>(
    await tx.client.query(
      `SELECT EXISTS (SELECT FROM occurrence o WHERE ${within(window)} AND o.location_precision = 'exact') AS any`,
      [publisher, window.from, window.to],
    ),
  )
  if (exact?.any !== true) {
    const coarse = refuseCoarsePlaces('snapped')
    return { found: [], refusals: [`Places on the map and near repeats were not looked for. ${coarse?.words ?? ''}`] }
  }
  const near = await findNearRepeats(tx, publisher, window, settings)
  const places = await findRepeatPlaces(tx, publisher, window, settings)
  return { found: [...places, ...near.found], refusals: near.refusals }
}
