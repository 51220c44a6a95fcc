import { afterAll, beforeAll } from 'vitest'
import { hexagonAt } from '#calculations/hexagons/hexagons.ts'
import { remakeAllMonthlyCounts } from '#kernel/occurrences/monthly-counts.ts'
import { systemReader } from '#platform/access/reader.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { acceptPlan } from '#modules/problem-solving/commands/decide-proposal.ts'
import { proposePlan } from '#modules/problem-solving/commands/propose-plan.ts'
import { lookForPatterns } from '#modules/problem-solving/patterns/look.ts'
import { listCandidates } from '#modules/problem-solving/queries/list-candidates.ts'
import { openPlan } from '#modules/problem-solving/queries/open-plan.ts'
import type { AreaName } from './organisation.ts'
import type { PersonaName } from './personas.ts'
import { buildWorld, type World } from './world.ts'

/** The small force on 23 November 2026, at noon, with problems. Made before the first test, gone after the last. */
export function withProblems(): () => ProblemForce {
  const database = withTestDatabase()
  let force: ProblemForce | undefined
  beforeAll(async () => {
    force = forceOf(await buildWorld(database(), { at: '2026-11-23T12:00:00Z' }))
  })
  afterAll(() => force?.world.close())
  return () => {
    if (force === undefined) throw new Error('The force is there only within a test or hook')
    return force
  }
}

type ProblemForce = ReturnType<typeof forceOf>

interface Event {
  readonly location: number
  readonly on: string
  readonly category?: string
  readonly precision?: 'day' | 'month'
  readonly place?: 'exact' | 'snapped'
  readonly marking?: string
}

function forceOf(world: World) {
  /** As the JSON API answers: what is not as it was declared is a fault. */
  const run: World['run'] = async (persona, operation, input) =>
    operation.output.parse(await world.run(persona, operation, input))
  const open = (id: string, persona: PersonaName = 'sergeantA') => run(persona, openPlan, { id })
  /** What stands in the version that somebody sees now. */
  const seen = async (id: string) => {
    const rows = await world.owner<{ version: number }>('SELECT version FROM record WHERE id = $1', [id])
    return { id, version: rows[0]?.version ?? 0 }
  }
  return {
    world,
    run,
    open,
    seen,
    /** A plan of the sergeant’s, accepted by the commander unless it is to be proposed only. */
    async plan(more: { readonly title?: string; readonly accepted?: boolean } = {}): Promise<string> {
      const { id } = await run('sergeantA', proposePlan, {
        title: more.title ?? 'Burglaries of student houses in Abbey',
        problemType: 'burglary',
        placeType: 'homes',
        place: 'Abbey Road',
        source: 'calls',
      })
      if (more.accepted !== false) await run('commanderA', acceptPlan, await seen(id))
      return id
    },
    /** Rules of the duties that are open on it. */
    owed: async (id: string) =>
      (
        await world.owner<{ rule: string }>(
          'SELECT rule FROM duty WHERE record_id = $1 AND ended_at IS NULL ORDER BY rule',
          [id],
        )
      ).map(({ rule }) => rule),
    /** Has the system look, as its job does. */
    look: () =>
      transaction(
        world.store,
        { reader: systemReader('system:problem-solving') },
        { requestId: 'look', origin: 'test', purpose: 'problem solving' },
        async (entered) => ({ value: await lookForPatterns(await entered.open()), audit: [] }),
      ),
    /** Has the system count by month and area, as an import does. */
    count: () =>
      transaction(
        world.store,
        { reader: systemReader('system:problem-solving') },
        { requestId: 'count', origin: 'test', purpose: 'problem solving' },
        async (entered) => {
          await remakeAllMonthlyCounts(await entered.open())
          return { value: null, audit: [] }
        },
      ),
    candidates: (persona: PersonaName, filter: Readonly<Record<string, string>> = {}) =>
      run(persona, listCandidates, filter),
    /** Points on a grid twelve wide, about a cell apart, in these areas. Gives their ids. */
    async points(count: number, areas: readonly AreaName[], south = 51.4): Promise<readonly number[]> {
      const ids: number[] = []
      for (let at = 0; at < count; at++) {
        const [longitude, latitude] = [-1 + (at % 12) * 0.011, south + Math.floor(at / 12) * 0.0065]
        const [row] = await world.owner<{ id: number }>(
          `INSERT INTO location (longitude, latitude, cell8, cell9) VALUES ($1, $2, $3, $4) RETURNING id`,
          [longitude, latitude, hexagonAt([longitude, latitude], 8), hexagonAt([longitude, latitude], 9)],
        )
        ids.push(row?.id ?? 0)
        await world.owner('INSERT INTO location_area SELECT $1, unnest($2::bigint[])', [
          row?.id,
          areas.map((area) => world.areas[area]),
        ])
      }
      return ids
    },
    /** Things that happened. Gives their ids. */
    async happen(events: readonly Event[]): Promise<readonly number[]> {
      const rows = await world.owner<{ id: number }>(
        `INSERT INTO occurrence (source, publisher, kind, category, happened_from, happened_to, precision, month, location_id,
          location_precision, location_text, marking, known_at)
        SELECT CASE e.precision WHEN 'month' THEN 'street' ELSE 'records-extract' END, 'vale',
          CASE e.category WHEN 'anti-social-behaviour' THEN 'asb' ELSE 'crime' END, e.category,
          e.on::timestamptz + interval '12 hours', e.on::timestamptz + interval '13 hours', e.precision,
          date_trunc('month', e.on), e.location, e.place, 'On or near Abbey Road', e.marking, now()
        FROM unnest($1::bigint[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[])
          AS e ("location", "on", category, precision, place, marking) RETURNING id`,
        [
          events.map(({ location }) => location),
          events.map(({ on }) => on),
          events.map(({ category }) => category ?? 'burglary'),
          events.map(({ precision }) => precision ?? 'day'),
          events.map(({ place }) => place ?? 'exact'),
          events.map(({ marking }) => marking ?? 'OFFICIAL'),
        ],
      )
      return rows.map(({ id }) => id)
    },
  }
}
