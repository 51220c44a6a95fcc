import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type pg from 'pg'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { AREA_COLUMNS, knownAreas, planAreas, writeAreas } from './areas-table.ts'
import { readCsv, type Columns, type CsvTable } from './csv-table.ts'
import { writeErrorFile } from './error-file.ts'
import { knownPeople, PEOPLE_COLUMNS, planPeople, writePeople } from './people-table.ts'
import { knownPostings, planPostings, POSTING_COLUMNS, writePostings } from './postings-table.ts'
import type { Plan, TableReport } from './rejection.ts'
import { knownUnits } from './unit-paths.ts'
import { planUnits, UNIT_COLUMNS, writeUnits } from './units-table.ts'

/** Paths of the tables; each may be left out. They are read in this order, whatever the order here. */
export interface OrganisationFiles {
  readonly areas?: string
  readonly units?: string
  readonly people?: string
  readonly postings?: string
}

export interface Surroundings {
  readonly ownAgency: number
  /** The identity provider of people whose row names none. */
  readonly issuer: string
  readonly now: Date
}

interface TableKind {
  readonly columns: Columns
  /** Plans the rows against what stands now, and writes the good ones. */
  take(client: pg.ClientBase, table: CsvTable, around: Surroundings): Promise<Plan<unknown, unknown>>
}

const TABLES = {
  areas: {
    columns: AREA_COLUMNS,
    async take(client, table) {
      const plan = planAreas(table, await knownAreas(client))
      await writeAreas(client, plan)
      return plan
    },
  },
  units: {
    columns: UNIT_COLUMNS,
    async take(client, table, { ownAgency, now }) {
      const [units, areas, agencies] = [await knownUnits(client), await knownAreas(client), await agencyIds(client)]
      const plan = planUnits(table, { units, areas, agencies, ownAgency, today: londonDateAt(now) })
      await writeUnits(client, plan)
      return plan
    },
  },
  people: {
    columns: PEOPLE_COLUMNS,
    async take(client, table, around) {
      const plan = planPeople(table, {
        ...around,
        people: await knownPeople(client),
        agencies: await agencyIds(client),
      })
      await writePeople(client, plan)
      return plan
    },
  },
  postings: {
    columns: POSTING_COLUMNS,
    async take(client, table, { now }) {
      const [people, units, postings] = [
        await knownPeople(client),
        await knownUnits(client),
        await knownPostings(client),
      ]
      const plan = planPostings(table, { people, units, postings, now })
      await writePostings(client, plan)
      return plan
    },
  },
} as const satisfies Record<keyof OrganisationFiles, TableKind>

const ORDER = ['areas', 'units', 'people', 'postings'] as const

/**
 * Reads the tables into the open transaction of `client`, each against what stands after the one before: areas, units,
 * people, postings. Writes the good rows and an error file beside each file with bad ones; whether all of it is kept is for
 * the caller to say.
 */
export async function importTables(
  client: pg.ClientBase,
  files: OrganisationFiles,
  around: Surroundings,
): Promise<{ readonly tables: readonly TableReport[]; readonly errorFiles: readonly string[] }> {
  const tables: TableReport[] = []
  const errorFiles: string[] = []
  for (const name of ORDER) {
    const file = files[name]
    if (file === undefined) continue
    const bytes = await readFile(file)
    const table = readCsv(bytes, TABLES[name].columns)
    const plan = await TABLES[name].take(client, table, around)
    tables.push({
      table: name,
      file,
      rows: table.rows.length + table.rejected.length,
      made: plan.make.length,
      changed: plan.change.length,
      unchanged: plan.unchanged,
      outcomes: plan.outcomes,
      rejected: plan.rejected,
    })
    const errorFile = await writeErrorFile(dirname(file), file, bytes.toString('utf8'), table, plan.rejected)
    if (errorFile !== null) errorFiles.push(errorFile)
  }
  return { tables, errorFiles }
}

async function agencyIds(client: pg.ClientBase): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: number; name: string }>('SELECT id, name FROM agency')
  return new Map(rows.map((row) => [row.name, row.id]))
}
