import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { pick } from '#calculations/random/choices.ts'
import { createRandom } from '#calculations/random/random.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { countDuties } from './queries/count-duties.ts'
import { CLOCKLESS_RULES, COUNTED_RULES } from './rules/vco01-counted-under.ts'
import { owedOf } from './rules/vco02-tally.ts'
import { asMeasures } from './testing.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2022-06-20T09:00:00Z' })
})
afterAll(() => world.close())

describe('However duties stand', () => {
  test('each is counted once in its month, in time, late, waived, overdue or unknown; in no month that it is not of', async () => {
    const random = createRandom('compliance')
    const rules = ['VC09-2020', 'VC09-2020-E', 'VC04-2020', 'VC43-2020', 'VC11-2020']
    const [subject, moments] = [
      randomUUID(),
      Array.from({ length: 70 }, (_, day) => new Date(Date.UTC(2022, 2, 20 + day, 9))),
    ]
    const made = Array.from({ length: 600 }, (_, i) => {
      const rule = pick(random, rules)
      const started = pick(random, moments)
      const later = () => new Date(started.getTime() + Math.floor(random.next() * 20) * 86_400_000)
      const due = CLOCKLESS_RULES.includes(rule) ? null : later()
      const [ending, end] = [pick(random, ['met', 'waived', 'open', 'paused'] as const), later()]
      const isPaused = ending === 'paused'
      return {
        id: randomUUID(),
        rule,
        started,
        subject: `${subject} ${i}`,
        due: isPaused ? null : due,
        met: ending === 'met' ? end : null,
        waived: ending === 'waived' ? end : null,
        paused: isPaused ? end : null,
      }
    })
    await world.owner(
      `INSERT INTO duty (id, rule, rule_from, subject_kind, subject_id, title, triggered_by, triggered_at, counts_from, due_at,
        met_at, met_how, waived_at, waived_by, waived_rank, waived_reason, paused_at, opened_at)
      SELECT id, rule, '2021-04-01', 'victim', subject, 'T', 'e', started, started, due, met, CASE WHEN met IS NULL THEN NULL ELSE 'h' END,
        waived, CASE WHEN waived IS NULL THEN NULL ELSE $2::uuid END, CASE WHEN waived IS NULL THEN NULL ELSE 'r' END,
        CASE WHEN waived IS NULL THEN NULL ELSE 'w' END, paused, started
      FROM json_to_recordset($1::json) AS g (id uuid, rule text, subject text, started timestamptz, due timestamptz, met timestamptz,
        waived timestamptz, paused timestamptz)`,
      [JSON.stringify(made), world.personas.chief.account],
    )
    for (const month of ['2022-03', '2022-04', '2022-05'].map(getCivilMonth)) {
      const tallies = await asMeasures(world.store, (tx) => countDuties(tx, COUNTED_RULES, month, month))
      const inMonth = (at: Date) => at.toISOString().startsWith(month)
      const stands = (of: (typeof made)[number]): string | null => {
        const { rule, started, due, met, waived, paused } = of
        const stands = CLOCKLESS_RULES.includes(rule)
        if (paused !== null && !stands) return paused.toISOString().slice(0, 7) <= month ? 'unknown' : null
        if (!inMonth(due ?? started)) return null
        if (waived !== null) return 'waived'
        if (met === null) return due === null ? 'unknown' : 'overdue'
        if (due === null)
          return met.toISOString().slice(0, 10) === started.toISOString().slice(0, 10) ? 'inTime' : 'unknown'
        return met <= due ? 'inTime' : 'late'
      }
      const expected = (how: string) => made.filter((one) => stands(one) === how).length
      const counted = (how: 'inTime' | 'late' | 'waived' | 'overdue' | 'unknown') =>
        tallies.reduce((sum, one) => sum + one[how], 0)
      for (const how of ['inTime', 'late', 'waived', 'overdue', 'unknown'] as const)
        expect([month, how, counted(how)]).toEqual([month, how, expected(how)])
      const owed = tallies.reduce((sum, one) => sum + owedOf(one), 0)
      expect(owed + counted('unknown')).toBe(made.filter((one) => stands(one) !== null).length)
      expect(owed).toBeGreaterThan(20)
    }
  })
})
