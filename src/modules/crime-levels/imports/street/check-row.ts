import { hash } from 'node:crypto'
import { findForceByName } from '#kernel/areas/reference/forces.ts'
import type { Fault } from '#platform/imports/fault.ts'
import { cut } from '#platform/imports/table.ts'
import { findCrimeType, isUsedIn, type Category } from '#kernel/occurrences/crime-types.ts'
import { columnOf } from './header.ts'

/** A row of a street file that may be stored. */
export interface StreetRow {
  /** SHA-256 of publisher and all twelve columns (the month is one of them), hexadecimal. */
  readonly rowHash: string
  readonly publisher: string
  /** Whether it was reported to, or falls within, another force than the one the file is expected from. */
  readonly namesAnotherForce: boolean
  /** `2018-06` */
  readonly month: string
  readonly category: Category
  /** A name that files of that month no longer, or not yet, used. */
  readonly typeOutOfTime: boolean
  readonly point: { readonly longitude: string; readonly latitude: string } | null
  readonly location: string
  readonly lsoaCode: string
  readonly crimeId: string
  readonly outcome: string
}

/** Great Britain, Northern Ireland and the terminals of the Channel tunnel, in degrees, WGS84. */
const KINGDOM = { west: -9, east: 2.5, south: 49, north: 61.5 } as const
const MONTH = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/
const DEGREES = /^-?\d{1,3}(\.\d{1,15})?$/
const LSOA = /^([EW]01|S01|95|N2)[0-9A-Z]{5,7}$/

/** Told apart from a row by `reason`. */
type Checked<T> = T | Fault

/**
 * Makes the checker for one import. `force` is the publisher that the file is expected from, `thisMonth` the month that
 * it is now in London: nothing can have happened later. Remembers names that it has seen, so that a row costs little.
 */
export function streetRowChecker(force: string, thisMonth: string) {
  const publishers = new Map<string, string | undefined>()
  const publisherOf = (name: string): string | undefined => {
    if (!publishers.has(name)) publishers.set(name, findForceByName(name)?.id)
    return publishers.get(name)
  }

  /** Reads the twelve cells of a row: a row to store, or what is wrong with it. */
  return function checkRow(fields: readonly string[]): Checked<StreetRow> {
    const [crimeId = '', month = '', reportedBy = '', fallsWithin = '', longitude = '', latitude = ''] = fields
    const [location = '', lsoaCode = '', , crimeType = '', outcome = ''] = fields.slice(6)
    if (!MONTH.test(month)) return fault('Month', `${cut(month)} is not a month such as 2018-06.`)
    if (month > thisMonth) return fault('Month', `${cut(month)} is in the future.`)
    const publisher = publisherOf(reportedBy)
    if (publisher === undefined) return fault('Reported by', `${cut(reportedBy)} is not a force that publishes.`)
    const within = publisherOf(fallsWithin)
    if (within === undefined) return fault('Falls within', `${cut(fallsWithin)} is not a force that publishes.`)
    const pointFault = findPointFault(longitude, latitude)
    if (pointFault !== null) return pointFault
    if (lsoaCode !== '' && !LSOA.test(lsoaCode))
      return fault('LSOA code', `${cut(lsoaCode)} is not a code such as E01016180.`)
    const type = findCrimeType(crimeType)
    if (type === undefined) return fault('Crime type', `${cut(crimeType)} is not a crime type of data.police.uk.`)
    return {
      rowHash: hash('sha256', `${publisher}\u001f${fields.join('\u001f')}`, 'hex'),
      publisher,
      namesAnotherForce: publisher !== force || within !== force,
      month,
      category: type.category,
      typeOutOfTime: !isUsedIn(type, month),
      point: longitude === '' ? null : { longitude, latitude },
      location,
      lsoaCode,
      crimeId,
      outcome,
    }
  }
}

function findPointFault(longitude: string, latitude: string): Fault | null {
  if (longitude === '' && latitude === '') return null
  if (longitude === '') return fault('Longitude', 'There is a latitude but no longitude.')
  if (latitude === '') return fault('Latitude', 'There is a longitude but no latitude.')
  if (!DEGREES.test(longitude)) return fault('Longitude', `${cut(longitude)} is not a number of degrees.`)
  if (!DEGREES.test(latitude)) return fault('Latitude', `${cut(latitude)} is not a number of degrees.`)
  const [x, y] = [Number(longitude), Number(latitude)]
  if (x >= KINGDOM.south && x <= KINGDOM.north && y >= KINGDOM.west && y <= KINGDOM.east)
    return fault('Longitude', 'Longitude and latitude seem to be the wrong way about.')
  if (x < KINGDOM.west || x > KINGDOM.east)
    return fault('Longitude', `${cut(longitude)} is outside the United Kingdom (${KINGDOM.west} to ${KINGDOM.east}).`)
  if (y < KINGDOM.south || y > KINGDOM.north)
    return fault('Latitude', `${cut(latitude)} is outside the United Kingdom (${KINGDOM.south} to ${KINGDOM.north}).`)
  return null
}

function fault(column: Parameters<typeof columnOf>[0], reason: string): Fault {
  return { column: columnOf(column), reason }
}

export function isFault(checked: StreetRow | Fault): checked is Fault {
  return 'reason' in checked
}
