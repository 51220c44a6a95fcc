import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { searchRecords } from './queries/search-records.ts'

const database = withTestDatabase()
let world: World

const SEEKERS = ['chief', 'commanderA', 'sergeantA', 'officerB', 'member', 'auditor', 'inspectionLead'] as const
const search = (persona: PersonaName, q: string, more: Readonly<Record<string, unknown>> = {}) =>
  world.run(persona, searchRecords, { q, ...more })
const textOf = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('')

async function referenceOf(id: string): Promise<string> {
  const rows = await world.owner<{ reference: string }>('SELECT reference FROM record WHERE id = $1', [id])
  return rows[0]?.reference ?? ''
}

/** Every record that the persona finds in a session of their own, by the policies and without the search. */
async function seenBy(persona: PersonaName): Promise<string[]> {
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  return transaction(world.store, await world.signIn(persona), request, async ({ open }) => {
    const { client } = await open()
    const { rows } = await client.query<{ id: string }>('SELECT id FROM record ORDER BY id')
    return { value: rows.map(({ id }) => id), audit: [] }
  })
}

const FIRST = 'Visits to repeat victims of burglary'

beforeAll(async () => {
  world = await buildWorld(database())
  const { areas, units, personas, compartment } = world
  const owner = personas.sergeantA.account
  const places = [{}, { area: areas.A1 }, { area: areas.B1 }, { unit: units.teamB }, { area: areas.B1, owner }]
  for (const [at, place] of places.entries())
    for (const marking of ['OFFICIAL', 'OFFICIAL-SENSITIVE'])
      for (const inside of [null, compartment])
        await world.addRecord({
          ...place,
          marking,
          compartment: inside,
          title: at % 2 === 0 ? FIRST : 'Warnings to drivers',
          words: at % 2 === 0 ? 'The workload of investigators is high' : 'Speeding near a burglary',
          stage: at % 2 === 0 ? 'planned' : 'answered',
        })
})
afterAll(() => world.close())

describe('A search by words', () => {
  test('finds, counts and breaks down what the asker may see, and nothing else', async () => {
    for (const persona of SEEKERS) {
      const { found, hits, facets } = await search(persona, 'burglary')
      expect(hits.map(({ id }) => id).toSorted()).toEqual(await seenBy(persona))
      expect(found).toBe(hits.length)
      expect(facets.reduce((sum, { count }) => sum + count, 0)).toBe(found)
    }
  })

  test('has words of the title before words beside it, and marks both', async () => {
    const { hits } = await search('chief', 'burglary')
    const titles = hits.map(({ title }) => textOf(title))
    expect(titles.lastIndexOf(FIRST)).toBeLessThan(titles.indexOf('Warnings to drivers'))
    expect(hits[0]?.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['burglary'])
    expect(
      hits
        .at(-1)
        ?.words.filter(({ hit }) => hit)
        .map(({ text }) => text),
    ).toEqual(['burglary'])
  })

  test('finds other forms of a word, words together, and leaves out what is not wanted', async () => {
    expect((await search('chief', 'visiting repeated victim')).hits.length).toBeGreaterThan(0)
    expect((await search('chief', '"repeat victims"')).found).toBe((await search('chief', 'visits')).found)
    expect((await search('chief', '"victims repeat"')).found).toBe(0)
    expect((await search('chief', 'burglary -visits')).hits.map(({ title }) => textOf(title))).not.toContain(FIRST)
  })

  test('is narrowed to a stage, and still says how many there are of the others', async () => {
    const all = await search('chief', 'burglary')
    const planned = await search('chief', 'burglary', { kind: 'finding', stage: 'planned' })
    expect(planned.hits.every(({ stage }) => stage === 'planned')).toBe(true)
    expect(planned.found).toBe(all.facets.find(({ stage }) => stage === 'planned')?.count)
    expect(planned.facets).toEqual(all.facets)
  })

  test('of anything that can be typed is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (q) => {
        if (!q.includes('\0')) await search('officerB', q)
      }),
      { numRuns: 60 },
    )
  })
})

describe('A search by reference', () => {
  test('finds the record by its beginning, however it is typed', async () => {
    const id = await world.addRecord({ title: 'Alone' })
    const reference = await referenceOf(id)
    for (const typed of [reference, reference.toLowerCase(), reference.slice(0, 9), reference.replaceAll('-', ' ')]) {
      const { hits } = await search('officerB', typed)
      expect([typed, hits.map((hit) => [hit.id, hit.byReference])]).toEqual([typed, [[id, true]]])
    }
  })

  test('says that one is mistyped, whether or not it would have been hidden', async () => {
    const id = await world.addRecord({ title: 'Alone', area: world.areas.B1 })
    const reference = await referenceOf(id)
    const wrong = reference.slice(0, -1) + (reference.endsWith('A') ? 'B' : 'A')
    expect(await search('sergeantA', wrong)).toMatchObject({ mistyped: true, found: 0 })
    expect(await search('sergeantA', reference)).toMatchObject({ mistyped: false, found: 0, facets: [] })
    expect((await search('officerB', reference)).found).toBe(1)
  })
})

test('A search is in the audit with what was shown, and without what was typed', async () => {
  await search('member', 'Mr Burglary of Beech')
  const found = await search('member', 'workload')
  const rows = await world.owner<{ detail: Record<string, unknown>; subjects: number }>(
    `SELECT detail, (SELECT count(*)::int FROM audit_subject s WHERE s.audit_id = e.id AND s.at = e.at) AS subjects
    FROM audit_event e WHERE event = 'record.searched' ORDER BY id DESC LIMIT 2`,
  )
  expect(rows[0]).toMatchObject({ subjects: found.hits.length, detail: { words: 1, found: found.found } })
  expect(rows[1]?.detail).toMatchObject({ words: 4, found: 0 })
  expect(JSON.stringify(rows)).not.toMatch(/beech/i)
})
