import { followExtractJob } from '../../src/modules/victims/jobs/follow-extract.ts'
import { importExtract } from '../../src/modules/records-extract/imports/import-extract.ts'
import { DEFAULT_KEPT } from '../../src/modules/records-extract/rules/default-mapping.ts'
import { csvFile } from '../../src/modules/records-extract/testing.ts'
import { systemReader } from '../../src/platform/access/reader.ts'
import { transaction, type Store } from '../../src/platform/db/transaction.ts'
import { Forbidden } from '../../src/platform/errors/errors.ts'
import type { ImportContext, ImportFile } from '../../src/platform/imports/context.ts'
import type { World } from './world.ts'

export interface CrimePlan {
  readonly number?: string
  readonly reportedAt: string
  readonly recordedAt?: string
  readonly offenceCode?: string
  readonly offenceClass?: string
  readonly outcomeCode?: string
  readonly outcomeOn?: string
  /** References of people and organisations that were harmed. */
  readonly victims?: readonly string[]
  readonly officer?: string
  readonly unit?: string
}

const request = { requestId: 'test', origin: 'test', purpose: 'a test' }

/** Imports a file of what custody and courts did, as an extract brings it, and follows it. Gives what came of the import. */
export async function bringEvents(world: World, rows: readonly Readonly<Record<string, string>>[], keepGood = false) {
  const { run, report } = await importFiles(world, [csvFile('events.csv', rows)], keepGood)
  if (report.loaded) await follow(world.store, run)
  return report
}

/** Imports one crime with its victims as an extract brings it, and follows it as the system does. Gives the job's result. */
export async function bringCrime(world: World, plan: CrimePlan) {
  const { number = '43160001234', victims = ['N1'], officer = 'PS N-sergeantA', unit = '' } = plan
  const { run } = await importFiles(world, [
    csvFile('crimes.csv', [
      {
        number,
        offenceCode: plan.offenceCode ?? '028/03',
        offenceClass: plan.offenceClass ?? '28A',
        offenceWords: 'Burglary dwelling',
        from: plan.reportedAt,
        reportedAt: plan.reportedAt,
        recordedAt: plan.recordedAt ?? plan.reportedAt,
        outcomeCode: plan.outcomeCode ?? '',
        outcomeOn: plan.outcomeOn ?? '',
        officer,
        unit,
      },
    ]),
    csvFile('people.csv', [
      { reference: 'N1', familyName: 'Okafor', givenNames: 'Chidi', birthDate: '1980-02-03' },
      { reference: 'N2', familyName: 'Smith', givenNames: 'Joan', birthDate: '1979-01-01' },
    ]),
    csvFile('organisations.csv', [{ reference: 'O1', name: 'Thame Pawnbrokers Ltd', kind: 'business' }]),
    ...(victims.length === 0
      ? []
      : [
          csvFile(
            'roles.csv',
            victims.map((party) => ({
              number,
              partyKind: party.startsWith('O') ? 'organisation' : 'person',
              party,
              role: 'victim',
            })),
          ),
        ]),
  ])
  return follow(world.store, run)
}

async function importFiles(world: World, files: readonly ImportFile[], keepGood = false) {
  const context: ImportContext = {
    transaction: (work) =>
      transaction(world.store, { reader: systemReader('system:import') }, request, async (entered) =>
        work(await entered.open()),
      ),
  }
  return importExtract(context, { mapping: DEFAULT_KEPT, dryRun: false, keepGood, whole: false, files })
}

/** Follows what a run of an extract brought, as the system does after it. Gives the job's result. */
export async function follow(store: Store, run: string) {
  return followExtractJob.run(
    {
      store,
      files: undefined as never,
      jobRun: 'run',
      headsFile: null,
      person: null,
      progress: async () => {},
      personTransaction: async () => {
        throw new Forbidden()
      },
      transaction: (work) =>
        transaction(store, { reader: systemReader('system:victims') }, request, async (entered) =>
          work(await entered.open()),
        ),
    },
    { run },
  )
}

export interface DutySeen {
  readonly id: string
  readonly rule: string
  readonly due: string | null
  readonly met: string | null
  readonly paused: boolean
}

/** What is owed to a victim or was, of what was neither replaced nor cancelled; when due in London: "2016-04-04 23:59". */
export async function dutiesOf(world: World, victim: string): Promise<DutySeen[]> {
  return world.owner<DutySeen>(
    `SELECT id, rule, to_char(due_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS due, met_how AS met,
      paused_at IS NOT NULL AS paused
    FROM duty WHERE record_id = $1 AND superseded_at IS NULL ORDER BY triggered_at, rule, id`,
    [victim],
  )
}

/** Codes of what is open for a victim. */
export async function owedTo(world: World, victim: string): Promise<string[]> {
  const rows = await world.owner<{ rule: string }>(
    'SELECT rule FROM duty WHERE record_id = $1 AND ended_at IS NULL ORDER BY rule',
    [victim],
  )
  return rows.map(({ rule }) => rule)
}

/** Ids of the victims of a crime, by what they are called. */
export async function victimsBy(world: World, number = '43160001234'): Promise<Record<string, string>> {
  const rows = await world.owner<{ name: string; id: string }>(
    `SELECT coalesce(v.name, p.label) AS name, v.id FROM victim v JOIN occurrence o ON o.id = v.occurrence_id
      LEFT JOIN party p ON p.id = v.party_id WHERE o.external_reference = $1`,
    [number],
  )
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]))
}
