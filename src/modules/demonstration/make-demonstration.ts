import { createHash } from 'node:crypto'
import pg from 'pg'
import { type CivilDate, getCivilDate, monthOf } from '#calculations/calendar/civil-date.ts'
import { addMonths, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { systemReader } from '#platform/access/reader.ts'
import { auditStatement } from '#platform/audit/entry.ts'
import { kyselyOn } from '#platform/db/database.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { remakeAllMonthlyCounts } from '#kernel/occurrences/monthly-counts.ts'
import { NameDictionary } from '#kernel/parties/name-dictionary.ts'
import { drawGeography, FORCE, type SchematicGeography } from './geography/schematic-areas.ts'
import { londonDay, momentOn } from './occurrences/london-days.ts'
import { planTown } from './people/town-plan.ts'
import { type AreaIds, storeAreas } from './store/areas.ts'
import { storeComparison } from './store/comparison.ts'
import { findMadeBefore, type MadeBefore, refused } from './store/fit-database.ts'
import type { Making } from './store/making.ts'
import { storeOccurrences, storeStreets } from './store/occurrences.ts'
import { storeOrganisation } from './store/organisation.ts'
import { PARTY_TABLES } from './store/party-rows.ts'
import { storePeople, storeWords } from './store/people.ts'
import { Roles } from './store/roles.ts'
import { setAllAside, setAside } from './store/set-aside.ts'
import { NO_TRUTH, writeTruth } from './store/truth.ts'

export interface DemonstrationOptions {
  /** The owner of the database: see the README of this module for why. */
  readonly ownerUrl: string
  /** Last day of the data (`2026-11-23`), by London clocks. */
  readonly asOf: string
  readonly seed: number
  readonly now: Date
  /** 1 is the size of a real force of this kind; tests make less. */
  readonly scale?: number
  /** Complete months before that of the as-of date. */
  readonly months?: number
  /** Records of people to be made, duplicates included; a town of 50,000 where nothing is said. */
  readonly people?: number
  /** Folder for the truth behind the records and the gold set, which the product itself does not have. */
  readonly truthFolder?: string
  readonly onProgress?: (done: number, total: number, message: string) => void
}

export interface DemonstrationReport {
  /** Whether it was made now, or had been there. */
  readonly outcome: 'made' | 'already-there'
  readonly message: string
  readonly seed: number
  /** The last day of the data that is now in the database. */
  readonly asOf: string
  readonly counts: Readonly<Record<string, number>>
  readonly seconds: number
  /** SHA-256 of every row made, as text; the same for the same seed, date and release. Null when nothing was made. */
  readonly digest: string | null
}

const COMPLETE_MONTHS = 36
const FORCE_NAME = 'Thames Valley Police'
const LOCK = 727_020 // any number, the same for everybody who makes a demonstration
/** Records of people in the demonstration that nobody asked to be larger. */
const PEOPLE_OF_A_TOWN = 50_000
const STEPS_BESIDES = 5
const WITH_SEQUENCES = [
  'area',
  'agency',
  'unit',
  'posting',
  'compartment',
  'location',
  'occurrence',
  'party',
  'party_name',
  'party_link',
  'party_role',
  'name_token',
] as const

/**
 * Makes the demonstration force in an empty, migrated database: all of it in one transaction, the mark that it is a
 * demonstration last, so that a kill leaves nothing behind. Does nothing where the same seed has made one already.
 * Throws RuleRefused where there is a real installation, other data, or a demonstration of another seed.
 */
export async function makeDemonstration(options: DemonstrationOptions): Promise<DemonstrationReport> {
  const asOf = getCivilDate(options.asOf)
  const started = performance.now()
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'frankpledge demonstration' })
  await client.connect()
  try {
    // The indexes of millions of rows are sorted in memory.
    await client.query(`BEGIN; SET LOCAL maintenance_work_mem = '256MB'; SELECT pg_advisory_xact_lock(${LOCK})`)
    const before = await findMadeBefore(client)
    if (before !== null) return alreadyThere(before, options)
    const { digest, counts } = await make(client, asOf, options)
    await client.query('COMMIT')
    // The planner knows nothing yet of tables that were filled a moment ago.
    await client.query('ANALYZE')
    const seconds = Math.round((performance.now() - started) / 100) / 10
    const message = `Made ${FORCE_NAME} as a demonstration: ${counts['occurrences'] ?? 0} occurrences up to ${asOf}.`
    return { outcome: 'made', message, seed: options.seed, asOf, counts, seconds, digest }
  } finally {
    await client.end()
  }
}

async function make(
  client: pg.Client,
  asOf: CivilDate,
  options: DemonstrationOptions,
): Promise<{ digest: string; counts: Record<string, number> }> {
  const { seed, now, scale = 1, months = COMPLETE_MONTHS, onProgress } = options
  const last = monthOf(asOf)
  const digest = createHash('sha256')
  const geography = drawGeography()
  const people = options.people ?? Math.round(PEOPLE_OF_A_TOWN * scale)
  const total = months + 1 + planTown(geography.wards, people).length + STEPS_BESIDES
  let done = 0
  const making: Making = {
    client,
    digest,
    seed,
    asOf,
    months: monthsBetween(addMonths(last, -months), last),
    scale,
    people,
    frozenAt: new Date(momentOn(londonDay(asOf), 7 * 60)),
    step: (message) => onProgress?.(done++, total, message),
  }
  making.step('Drawing the map')
  const areaId = await storeAreas(making, geography)
  making.step('Who works where')
  const { accounts, units } = await storeOrganisation(making, geography, areaId)
  const filled = await fill(making, geography, areaId, options.truthFolder)
  making.step('Counting by month and area')
  const tx = systemTransaction(client, now)
  await setAside(client, 'monthly_count', () => remakeAllMonthlyCounts(tx))
  await moveSequences(client)
  const counts = { areas: geography.areas.length, units, accounts, ...filled }
  await mark(tx, seed, asOf, counts)
  onProgress?.(total, total, 'Done')
  return { digest: digest.digest('hex'), counts }
}

/** The large tables: who and what there is, what happened, and who was in it. */
async function fill(
  making: Making,
  geography: SchematicGeography,
  areaId: AreaIds,
  truthFolder: string | undefined,
): Promise<Record<string, number>> {
  const { client } = making
  const truth = truthFolder === undefined ? NO_TRUTH : await writeTruth(truthFolder)
  const dictionary = new NameDictionary()
  return setAllAside(client, ['occurrence', ...PARTY_TABLES, 'party_role', 'name_token'], async () => {
    const streets = await storeStreets(making, geography, areaId)
    const town = await storePeople(making, geography, streets.points, dictionary, truth)
    const words = await storeWords(making, dictionary)
    const queries = await truth.end()
    const roles = new Roles(town, streets.points)
    const occurrences = await storeOccurrences(making, geography, streets, roles)
    making.step('What other forces published')
    const comparison = await storeComparison(making, occurrences + 1)
    making.step('Making the indexes')
    return {
      points: streets.points.length,
      occurrences,
      comparison,
      ...town.counts,
      links: town.ids.link - 1,
      roles: roles.count,
      words,
      ...(queries > 0 ? { queries } : {}),
    }
  })
}

/** Ids were given, not drawn, so that they are the same every time: the sequences go on after them. */
async function moveSequences(client: pg.Client): Promise<void> {
  for (const table of WITH_SEQUENCES)
    await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table}`)
}

/** The owner's transaction in the system's name, for what the kernel does for everybody. */
function systemTransaction(client: pg.Client, now: Date): Tx {
  return {
    db: kyselyOn(client),
    client,
    reader: systemReader('system:demonstration'),
    session: null,
    request: { requestId: 'demonstration', purpose: 'demonstration', origin: 'command line' },
    now,
    subscriptions: [],
  }
}

async function mark(tx: Tx, seed: number, asOf: string, counts: Readonly<Record<string, number>>): Promise<void> {
  await tx.client.query(
    `INSERT INTO installation (force_name, publisher, demonstration, seed, as_of, created_at) VALUES ($1, $2, true, $3, $4, $5)`,
    [FORCE_NAME, FORCE.code, seed, asOf, tx.now],
  )
  const entry = {
    event: 'demonstration.made',
    outcome: 'done',
    subjects: [],
    detail: { seed, asOf, ...counts },
  } as const
  await tx.client.query(auditStatement(entry, tx.reader, tx.request, tx.now))
}

function alreadyThere(before: MadeBefore, { seed, asOf }: DemonstrationOptions): DemonstrationReport {
  if (before.seed !== seed)
    throw refused(
      `A demonstration of seed ${before.seed} is here already. To make one of seed ${seed}, use another data folder.`,
    )
  const later =
    asOf > before.asOf ? `, before the date asked for (${asOf}). Make it again in another data folder to have more` : ''
  return {
    outcome: 'already-there',
    message: `The demonstration is here already: its data goes up to ${before.asOf}${later}.`,
    seed,
    asOf: before.asOf,
    counts: {},
    seconds: 0,
    digest: null,
  }
}
