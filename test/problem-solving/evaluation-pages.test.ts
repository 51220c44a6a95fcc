import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCivilMonth, monthsBetween } from '#calculations/calendar/civil-month.ts'
import { makeLook } from '#kernel/web/look.tsx'
import { problemSolvingModule } from '#modules/problem-solving/index.ts'
import { createApp } from '../../src/app.ts'
import { withProblems } from '../world/problems.ts'

const force = withProblems()
let server: FastifyInstance
let cookie = ''

beforeAll(async () => {
  const { world, points, happen, count } = force()
  server = await createApp({
    store: world.store,
    modules: [problemSolvingModule],
    look: makeLook({
      assets: { url: (name: string) => `/assets/${name}` },
      force: 'Vale',
      demonstration: false,
      navigation: problemSolvingModule.navigation,
    }),
    version: 'test',
    assetsFolder: null,
    requestsPerMinute: 10_000,
    secure: false,
    logLevel: 'silent',
    publicRoutes: () => undefined,
  })
  await server.ready()
  cookie = `fp_session=${await world.token('sergeantA')}`
  const [here = 0] = await points(1, ['A1', 'A'], 51)
  const [there = 0] = await points(1, ['B1', 'B'], 52)
  await happen(
    monthsBetween(getCivilMonth('2024-10'), getCivilMonth('2026-10')).flatMap((month) =>
      [here, there].flatMap((location) =>
        Array.from({ length: location === here && month >= '2026-04' ? 10 : 20 }, (_, at) => ({
          location,
          on: `${month}-${String(1 + at).padStart(2, '0')}`,
        })),
      ),
    ),
  )
  await count()
})
afterAll(() => server.close())

const get = async (path: string) => {
  const { statusCode, body } = await server.inject({ url: path, headers: { cookie } })
  return { status: statusCode, body }
}

/** What the form that chooses would send of its hidden fields. */
function hiddenOf(html: string): [string, string][] {
  const form = html.split('<form').find((one) => /^[^>]*\/evaluate/.test(one) && one.includes('name="reason"')) ?? ''
  return [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
}

const post = async (path: string, fields: readonly [string, string][]) => {
  const payload = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const { statusCode, body, headers: sent } = await server.inject({ method: 'POST', url: path, payload, headers })
  return { status: statusCode, body, location: sent.location ?? '' }
}

describe('The pages of an evaluation', () => {
  test('lead from a plan in response to a choice with a reason, and from there to what the counts show', async () => {
    const { world, plan } = force()
    const id = await plan()
    const own = `/prevent/problems/${id}`
    expect((await get(`${own}/evaluation`)).body).toContain('Nothing to evaluate yet')
    await world.owner(`UPDATE record SET stage = 'response' WHERE id = $1`, [id])
    await world.owner(`UPDATE problem_plan SET approved_by = $2, approved_at = '2026-03-10T10:00Z' WHERE id = $1`, [
      id,
      world.personas.commanderA.account,
    ])
    expect((await get(own)).body).toContain('Did it make a difference?')
    expect((await get(`${own}/evaluation`)).body).toContain('Nobody has chosen yet what to compare')

    // Other times than those proposed are asked for in the address, and stay when the form comes back.
    const address = `${own}/evaluate?treated=${world.areas.A1}&beforeFrom=2025-05-01&afterFrom=2026-05-01`
    const form = await get(address)
    expect([form.status, form.body.includes('Beech'), form.body.includes('value="2025-05-01"')]).toEqual([
      200,
      true,
      true,
    ])
    const chosen: [string, string][] = [...hiddenOf(form.body), ['comparison', String(world.areas.B1)]]
    const without = await post(address, [...chosen, ['reason', '']])
    expect([without.status, without.body.includes('Enter why these areas and times')]).toEqual([400, true])
    expect(without.body).toMatch(new RegExp(`name="comparison"[^>]* value="${world.areas.B1}"[^>]* checked`))
    expect(hiddenOf(without.body)).toContainEqual(['beforeFrom', '2025-05-01'])

    const sent = await post(address, [...chosen, ['reason', 'Alike']])
    expect([sent.status, sent.location]).toEqual([303, `${own}/evaluation?done=chosen`])
    const { status, body } = await get(sent.location)
    expect(status).toBe(200)
    for (const words of [
      'Chosen: it is counted anew whenever it is read',
      'Better than where nothing was done',
      'Relative effect',
      'May 2025 to October 2025',
      'time after begins',
      'The numbers as a table',
      'No areas around it were chosen',
      'Number 1, shown here',
    ])
      expect(body).toContain(words)
    expect(body.match(/class="chart-line"/g)?.length).toBe(2)
  })
})
