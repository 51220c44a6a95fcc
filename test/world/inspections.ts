import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { Measure } from '#kernel/measures/define.ts'
import { measuresOf } from '#kernel/measures/registry.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import type { PersonaName } from './personas.ts'
import { buildWorld, type World } from './world.ts'
import { readInspection } from '#modules/inspections/commands/read-inspection.ts'
import { saveInspection } from '#modules/inspections/commands/save-inspection.ts'
import { listFindings } from '#modules/inspections/queries/list-findings.ts'
import { openFinding } from '#modules/inspections/queries/open-finding.ts'
import { WHOLE_REPORT } from '#modules/inspections/report/testing.ts'

const PLANS: Measure = {
  code: 'T-PLANS',
  version: 1,
  name: 'Plans with all stages',
  definition: 'Of the plans that are open, those with every stage written down.',
  numerator: 'Plans with every stage',
  denominator: 'Open plans',
  unknown: 'Plans that nobody has opened since',
  unit: 'per cent',
  direction: 'higher',
  question: 'E1',
  source: 'A test',
  authority: 'A test',
  by: [],
  compute: () => Promise.resolve({ values: [], sourceAt: null }),
  rowsAt: () => null,
}

/** A measure with figures of its own, and one of which nothing can be computed. */
export const measures = measuresOf([PLANS, { ...PLANS, code: 'T-READ', name: 'Read rate' }])

export const REPORT = WHOLE_REPORT.join('\n')

/** The small force on 23 November 2026, at noon. Made before the first test, gone after the last. */
export function withForce(): () => Force {
  const database = withTestDatabase()
  let force: Force | undefined
  beforeAll(async () => {
    force = forceOf(await buildWorld(database(), { at: '2026-11-23T12:00:00Z' }))
  })
  afterAll(() => force?.world.close())
  return () => {
    if (force === undefined) throw new Error('The force is there only within a test or hook')
    return force
  }
}

type Force = ReturnType<typeof forceOf>

function forceOf(world: World) {
  /** As the JSON API answers: what is not as it was declared is a fault. */
  const run: World['run'] = async (persona, operation, input) =>
    operation.output.parse(await world.run(persona, operation, input))
  return {
    world,
    run,
    /** Reads a report and saves it, with these answers to its candidates. Gives the inspection. */
    save: async (report = REPORT, answers: Readonly<Record<string, string>> = {}) => {
      const { sha256 } = await run('inspectionLead', readInspection, { report })
      return run('inspectionLead', saveInspection, { sha256, ...answers })
    },
    findings: async (persona: PersonaName, filter: Readonly<Record<string, string>> = {}) =>
      run(persona, listFindings(measures), filter),
    open: (id: string, persona: PersonaName = 'inspectionLead') => run(persona, openFinding(measures), { id }),
    /** What stands in the version that somebody sees now. */
    seen: async (id: string) => {
      const rows = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
      return { id, version: rows[0]?.version ?? 0 }
    },
    /** Figures of the plans' measure, whole force: per cent by month. */
    figures: async (figures: Readonly<Record<string, number>>) => {
      await world.owner('DELETE FROM measure_value')
      for (const [month, value] of Object.entries(figures))
        await world.owner(
          `INSERT INTO measure_value (measure, version, month, numerator, denominator, source_at, computed_at)
          VALUES ('T-PLANS', 1, $1, $2, 100, $3, $3)`,
          [`${month}-01`, value, world.store.clock.now()],
        )
    },
    evidence: async (record: string, observedOn: string, keepsDays: number, compartment: number | null = null) =>
      world.owner(
        `INSERT INTO evidence (id, record_id, title, kind, observed_on, keeps_days, added_by, added_at, marking, compartment_id)
        VALUES ($1, $2, 'Audit of plans', 'audit', $3, $4, $5, $6, 'OFFICIAL', $7)`,
        [
          randomUUID(),
          record,
          observedOn,
          keepsDays,
          world.personas.inspectionLead.account,
          world.store.clock.now(),
          compartment,
        ],
      ),
  }
}
