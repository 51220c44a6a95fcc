import { beforeAll, describe, expect, test } from 'vitest'
import { chooseDuties, type DutiesAsked } from '#modules/duties/queries/duties-asked.ts'
import { listDuties } from '#modules/duties/queries/list-duties.ts'
import { countsOf } from '#kernel/duties/count-open.ts'
import type { Reader } from '#platform/access/reader.ts'
import { testRules } from '#kernel/duties/testing.ts'
import type { PersonaName } from '../world/personas.ts'
import { insertManyDuties } from '../benchmark/many-duties.ts'
import { fillWithPeople } from '../benchmark/force-of-people.ts'
import { withDutyWorld } from './duty-world.ts'

const duties = withDutyWorld('2016-06-24T17:30:00Z')
beforeAll(async () => {
  const { world } = duties()
  await fillWithPeople(world)
  await insertManyDuties(world.owner, world.store.clock.now(), { open: 20_000, ended: 20_000 })
}, 120_000)

const ANY: DutiesAsked = { of: 'me', rule: null, standing: null, due: null, area: null, unit: null, after: null }
const PLACE = { at: '2016-06-20T12:00:00.000Z', id: '80000000-0000-4000-8000-000000000000' }
const CASES: readonly [name: string, persona: PersonaName, asked: Partial<DutiesAsked>][] = [
  ['mine', 'sergeantA', {}],
  ['mine-ended', 'sergeantA', { standing: 'met-on-time' }],
  ['of-a-team', 'sergeantA', { of: 'team' }],
  ['of-an-area', 'commanderA', { of: 'area' }],
  ['of-an-area-further-on', 'commanderA', { of: 'area', after: PLACE }],
  ['of-the-force', 'chief', { of: 'area' }],
  ['of-the-force-due-soon', 'chief', { of: 'area', standing: 'due-soon' }],
  ['of-the-force-ended', 'chief', { of: 'area', standing: 'met-late' }],
  ['of-the-force-paused', 'chief', { of: 'area', standing: 'paused' }],
  ['of-the-force-waived', 'chief', { of: 'area', standing: 'waived' }],
  ['of-the-force-replaced', 'chief', { of: 'area', standing: 'superseded' }],
  ['of-a-rule', 'chief', { of: 'area', rule: 'TST-02' }],
  ['of-a-rule-ended', 'chief', { of: 'area', rule: 'TST-02', standing: 'met-on-time' }],
  ['of-a-month', 'chief', { of: 'area', due: '2016-05' }],
  ['of-a-month-met-late', 'chief', { of: 'area', due: '2016-05', standing: 'met-late' }],
]

type Asks = (reader: Reader, now: Date) => { readonly statement: string; readonly values: readonly unknown[] }

/**
 * The plan of the very statement of the page, under row-level security: the indexes by which it gets to the rows. Whether in
 * their order or by a bitmap is left to the planner, which goes by how many it expects.
 */
async function waysIn(persona: PersonaName, asks: Asks): Promise<string> {
  const lines = await duties().as(persona, async (tx) => {
    const { statement, values } = asks(tx.reader, tx.now)
    const { rows } = await tx.client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${statement}`, [...values])
    return rows.map((row) => row['QUERY PLAN'])
  })
  const ways = lines.flatMap((line) => /Seq Scan|duty_\w+/.exec(line)?.[0] ?? [])
  return `${[...new Set(ways)].join('\n')}\n`
}

describe('A page of duties walks an index, however many there are', () => {
  test.each(CASES)('%s', async (name, persona, asked) => {
    const ways = await waysIn(persona, (reader, now) => chooseDuties({ ...ANY, ...asked }, reader, now))
    expect(ways).not.toContain('Seq Scan')
    await expect(ways).toMatchFileSnapshot(`plans/${name}.txt`)
  })

  test.each([
    ['sergeantA', 'me'],
    ['sergeantA', 'team'],
    ['commanderA', 'area'],
    ['chief', 'area'],
  ] as const)('and so do the counts above it: %s, %s', async (persona, of) => {
    const ways = await waysIn(persona, (reader, now) => countsOf(of, reader, now))
    expect(ways).toContain('duty_open')
    expect(ways).not.toContain('Seq Scan')
  })

  test('and is there at once, with its counts', async () => {
    const times: number[] = []
    for (const of of ['area', 'area', 'area', 'area', 'area']) {
      const started = performance.now()
      await duties().world.run('chief', listDuties(testRules), { of })
      times.push(performance.now() - started)
    }
    expect(Math.min(...times)).toBeLessThan(150)
  })
})
