import { afterAll, beforeAll } from 'vitest'
import { transaction, type Tx } from '#platform/db/transaction.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { systemReader } from '#platform/access/reader.ts'
import { openDuty, type NewDuty } from '#kernel/duties/open-duty.ts'
import { testRules } from '#kernel/duties/testing.ts'
import { buildWorld, type World } from '../world/world.ts'
import type { PersonaName } from '../world/personas.ts'

/** How a duty stands in its row, as text. */
export interface DutySeen {
  readonly id: string
  readonly due: string | null
  readonly next: string | null
  readonly crossed: number
  readonly met: string | null
  readonly waived: string | null
  readonly paused: string | null
  readonly superseded: string | null
  readonly by: string | null
  readonly owner: string | null
  readonly unit: number | null
  readonly version: number
  readonly told: readonly { readonly at: string; readonly crossed: number; readonly to: readonly string[] }[]
}

export interface DutyWorld {
  readonly world: World
  as<T>(this: void, persona: PersonaName, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As the clock of duties, which alone reaches into compartments. */
  asClock<T>(this: void, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Opens a duty of TST-01 on a new subject for PS Ellis in team A, as PS Ellis. Gives its id. */
  open(this: void, plan?: Partial<NewDuty>): Promise<string>
  see(this: void, id: string): Promise<DutySeen>
  /** Names of the events of a duty in order, with their thresholds. */
  events(this: void, id: string): Promise<string[]>
}

const REQUEST = { requestId: 'test', purpose: 'a test', origin: 'test' }

/** A small force at 17:30 on Maundy Thursday 2016, with rules made up for tests. */
export function withDutyWorld(at = '2016-03-24T17:30:00Z'): () => DutyWorld {
  const database = withTestDatabase()
  let made: DutyWorld | undefined
  beforeAll(async () => {
    const world = await buildWorld(database(), { at })
    await world.owner(`UPDATE posting SET starts = '2010-01-01'; UPDATE compartment_member SET starts = '2010-01-01'`)
    made = dutyWorld(world)
  })
  afterAll(() => made?.world.close())
  return () => {
    if (made === undefined) throw new Error('The world is there only within a test or hook')
    return made
  }
}

let subjects = 0

function dutyWorld(world: World): DutyWorld {
  const inside = <T>(who: Parameters<typeof transaction>[1], work: (tx: Tx) => Promise<T>): Promise<T> =>
    transaction(world.store, who, REQUEST, async (entered) => ({ value: await work(await entered.open()), audit: [] }))
  const as: DutyWorld['as'] = async (persona, work) => inside(await world.signIn(persona), work)
  const see: DutyWorld['see'] = async (id) => {
    const text = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
    const rows = await world.owner<DutySeen>(
      `SELECT id, ${text('due_at')} AS due, ${text('next_look_at')} AS next, crossed, ${text('met_at')} AS met,
        ${text('waived_at')} AS waived, ${text('paused_at')} AS paused, ${text('superseded_at')} AS superseded,
        superseded_by AS by, owner_id AS owner, unit_id AS unit, version, told FROM duty WHERE id = $1`,
      [id],
    )
    const row = rows[0]
    if (row === undefined) throw new Error('There is no such duty.')
    return row
  }
  return {
    world,
    as,
    asClock: (work) => inside({ reader: { ...systemReader('system:duties'), roles: ['system-clock'] } }, work),
    open: (plan = {}) =>
      as('sergeantA', async (tx) => {
        const { id } = await openDuty(tx, testRules, newDuty(world, plan))
        return id
      }),
    see,
    events: async (id) => {
      const sql = `SELECT name, payload FROM domain_event WHERE payload ->> 'duty' = $1 ORDER BY at, (payload ->> 'at')::integer`
      const rows = await world.owner<{ name: string; payload: { at?: number } }>(sql, [id])
      return rows.map(({ name, payload }) => (payload.at === undefined ? name : `${name} ${payload.at}`))
    },
  }
}

export function newDuty(world: World, plan: Partial<NewDuty> = {}): NewDuty {
  return {
    rule: 'TST-01',
    subject: { kind: 'crime', id: `crime ${++subjects}` },
    record: null,
    triggeredBy: 'crime.reported',
    triggeredAt: world.store.clock.now(),
    guards: {
      area: world.areas.A1,
      unit: world.units.teamA,
      owner: world.personas.sergeantA.account,
      marking: 'OFFICIAL',
      compartment: null,
    },
    ...plan,
  }
}
