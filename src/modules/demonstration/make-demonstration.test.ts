import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts'
import { RuleRefused } from '#platform/errors/errors.ts'
import { type DemonstrationReport, makeDemonstration } from './make-demonstration.ts'

// The audit has partitions for the months around the day on which the tests run.
const NOW = new Date()
const SMALL = { asOf: '2026-07-16', seed: 2016, now: NOW, scale: 0.02, months: 3 } as const

const databases: TestDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.drop()
})

async function fresh(): Promise<TestDatabase> {
  const database = await testDatabase()
  databases.push(database)
  return database
}

async function ask(database: TestDatabase, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

const FILLED = `'{occurrence,location_area,monthly_count,party,person,organisation,address,vehicle,phone,party_name,party_link,
  party_role,party_marker,name_token}'`
const STRUCTURE = `SELECT pg_get_indexdef(indexrelid) AS made FROM pg_index WHERE indrelid::regclass::text = ANY (${FILLED})
  UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid::regclass::text = ANY (${FILLED}) AND contype <> 'n' ORDER BY 1`

describe('A demonstration that was made', () => {
  let database: TestDatabase
  let before: unknown[][]
  let report: DemonstrationReport
  let truthFolder: string
  beforeAll(async () => {
    database = await fresh()
    before = await ask(database, STRUCTURE)
    truthFolder = await mkdtemp(path.join(tmpdir(), 'frankpledge-truth-'))
    report = await makeDemonstration({ ...SMALL, ownerUrl: database.ownerUrl, truthFolder })
  })
  afterAll(() => rm(truthFolder, { recursive: true }))

  it('is marked, counted and written down', async () => {
    expect(report).toMatchObject({ outcome: 'made', asOf: '2026-07-16' })
    expect(
      await ask(database, 'SELECT force_name, publisher, demonstration, seed, as_of::text FROM installation'),
    ).toEqual([['Thames Valley Police', 'thames-valley', true, 2016, '2026-07-16']])
    const [[rows]] = (await ask(database, 'SELECT count(*)::integer FROM occurrence WHERE NOT comparison')) as [
      [number],
    ]
    expect(rows).toBe(report.counts['occurrences'])
    expect(await ask(database, 'SELECT event, system_name FROM audit_event')).toEqual([
      ['demonstration.made', 'system:demonstration'],
    ])
  })

  it('has the indexes and keys that the migrations made', async () => {
    expect(await ask(database, STRUCTURE)).toEqual(before)
  })

  it('has monthly counts that agree with the rows, for every area', async () => {
    const differing = await ask(
      database,
      `SELECT publisher, month, category, incidents FROM monthly_count WHERE area_id IS NULL
       EXCEPT SELECT publisher, month, category, count(*)::integer FROM occurrence GROUP BY 1, 2, 3`,
    )
    expect(differing).toEqual([])
    const [ward, force] = await ask(
      database,
      `SELECT sum(incidents) FROM monthly_count m JOIN area a ON a.id = m.area_id WHERE a.kind IN ('ward', 'force') GROUP BY a.kind`,
    )
    expect(ward).toEqual(force)
  })

  it('has people as its records know them, each an identity of its own until somebody finds that two are one', async () => {
    const [[people, merged, unnamed]] = (await ask(
      database,
      `SELECT count(*)::integer, count(*) FILTER (WHERE identity_id <> id)::integer,
         count(*) FILTER (WHERE NOT EXISTS (SELECT FROM party_name n WHERE n.party_id = party.id AND n.kind = 'main'))::integer
       FROM party WHERE kind = 'person'`,
    )) as [[number, number, number]]
    expect(people).toBe(report.counts['people'])
    expect(people).toBeGreaterThan(900)
    expect([merged, unnamed]).toEqual([0, 0])
  })

  it('has every word of every name in the dictionary', async () => {
    expect(
      await ask(
        database,
        'SELECT FROM party_name n, unnest(tokens) t WHERE NOT EXISTS (SELECT FROM name_token WHERE id = t)',
      ),
    ).toEqual([])
  })

  it('has somebody protected, of whom nothing is seen outside the compartment', async () => {
    const open = await ask(
      database,
      `WITH hidden AS (SELECT id FROM party WHERE compartment_id IS NOT NULL)
       SELECT 'person' FROM person WHERE party_id IN (SELECT id FROM hidden) AND compartment_id IS NULL
       UNION ALL SELECT 'name' FROM party_name WHERE party_id IN (SELECT id FROM hidden) AND compartment_id IS NULL
       UNION ALL SELECT 'link' FROM party_link WHERE compartment_id IS NULL
         AND (from_party IN (SELECT id FROM hidden) OR to_party IN (SELECT id FROM hidden))
       UNION ALL SELECT 'role' FROM party_role WHERE party_id IN (SELECT id FROM hidden) AND compartment_id IS NULL
       UNION ALL SELECT 'marker' FROM party_marker WHERE party_id IN (SELECT id FROM hidden) AND compartment_id IS NULL`,
    )
    expect(open).toEqual([])
    const [[hidden]] = (await ask(
      database,
      'SELECT count(*)::integer FROM party WHERE compartment_id IS NOT NULL',
    )) as [[number]]
    expect(hidden).toBeGreaterThan(0)
  })

  it('has people in what happened, at its time and with its guards', async () => {
    const differing = await ask(
      database,
      `SELECT FROM party_role r JOIN occurrence o ON o.id = r.occurrence_id
       WHERE r.happened_at <> date_trunc('second', o.happened_from) OR (o.marking <> 'OFFICIAL' AND r.marking = 'OFFICIAL')`,
    )
    expect(differing).toEqual([])
    expect(report.counts['roles']).toBeGreaterThan(10)
  })

  it('has its truth in files: of every record whose it is, and who should be found', async () => {
    const truth = (await readFile(path.join(truthFolder, 'truth.csv'), 'utf8')).trim().split('\n').slice(1)
    const people = truth.filter((line) => line.startsWith('person,')).map((line) => line.split(','))
    expect(people).toHaveLength(report.counts['people'] ?? -1)
    const truly = new Set(people.map(([, , person]) => person)).size
    expect(people.length / truly).toBeGreaterThan(1.05)
    expect(people.length / truly).toBeLessThan(1.18)
    const gold = (await readFile(path.join(truthFolder, 'gold-queries.csv'), 'utf8')).trim().split('\n').slice(1)
    expect(gold).toHaveLength(report.counts['queries'] ?? -1)
    const expected = new Set(gold.flatMap((line) => line.match(/DN\d+/g) ?? []))
    const known = new Set(people.map(([, reference]) => reference))
    expect([...expected].filter((reference) => !known.has(reference))).toEqual([])
  })

  it('goes on counting ids after its own', async () => {
    await ask(database, `INSERT INTO location (longitude, latitude, cell8, cell9) VALUES (0, 51, 'x', 'x')`)
    const [[clashes]] = (await ask(database, 'SELECT count(*)::integer FROM location WHERE longitude = 0')) as [
      [number],
    ]
    expect(clashes).toBe(1)
  })

  it('lets a sergeant reach their neighbourhood and its wards, and a commander the whole policing area', async () => {
    const reach = async (subject: string) =>
      (
        await ask(
          database,
          `SELECT a.kind FROM account o JOIN posting p ON p.account_id = o.id, reach_areas(p.unit_id) r JOIN area a ON a.id = r
           WHERE o.subject = '${subject}'`,
        )
      ).flat()
    const sergeant = await reach('neighbourhood-sergeant')
    expect(sergeant.filter((kind) => kind === 'neighbourhood')).toHaveLength(1)
    expect(sergeant.filter((kind) => kind === 'ward')).toHaveLength(3)
    const commander = await reach('area-commander')
    expect(commander).toContain('local-authority')
    expect(commander.filter((kind) => kind === 'ward')).toHaveLength(13)
  })

  it('is left alone by the same seed, which says how far the data goes', async () => {
    const again = await makeDemonstration({ ...SMALL, ownerUrl: database.ownerUrl, asOf: '2026-07-20' })
    expect(again).toMatchObject({ outcome: 'already-there', asOf: '2026-07-16', digest: null })
    expect(again.message).toContain('goes up to 2026-07-16, before the date asked for (2026-07-20)')
  })

  it('is not written over by another seed', async () => {
    await expect(makeDemonstration({ ...SMALL, ownerUrl: database.ownerUrl, seed: 7 })).rejects.toThrow('of seed 2016')
  })

  it('is the same again in another database, whatever the session’s time zone, and other for another seed', async () => {
    const [second, third] = [await fresh(), await fresh()]
    await ask(second, `ALTER DATABASE ${second.name} SET timezone TO 'Pacific/Auckland'`)
    const same = await makeDemonstration({ ...SMALL, ownerUrl: second.ownerUrl })
    expect(same.digest).toBe(report.digest)
    const rows = 'SELECT * FROM occurrence ORDER BY id'
    expect(await ask(second, rows)).toEqual(await ask(database, rows))
    const other = await makeDemonstration({ ...SMALL, ownerUrl: third.ownerUrl, seed: 7 })
    expect(other.digest).not.toBe(report.digest)
  })

  it('is the same on every machine and in every locale', () => {
    // Changes with the generator, and with nothing else: a new digest here is a change of everybody's demonstration.
    expect(report.digest).toMatchInlineSnapshot(`"f16b5dbecb322ac8d64ca2f85b2e96de41094a8cbfb9679589211221406ce949"`)
  })
})

describe('A database that is no place for made-up data', () => {
  it('is a real installation', async () => {
    const database = await fresh()
    await ask(
      database,
      `INSERT INTO installation (force_name, publisher, created_at) VALUES ('Kent Police', 'kent', now())`,
    )
    const refusal = makeDemonstration({ ...SMALL, ownerUrl: database.ownerUrl })
    await expect(refusal).rejects.toThrow(RuleRefused)
    await expect(refusal).rejects.toThrow('real installation')
  })

  it('is one with anything in it', async () => {
    const database = await fresh()
    await ask(database, `INSERT INTO location (longitude, latitude, cell8, cell9) VALUES (0, 51, 'x', 'x')`)
    await expect(makeDemonstration({ ...SMALL, ownerUrl: database.ownerUrl })).rejects.toThrow('(location)')
  })
})

describe('A demonstration cut off in the making', () => {
  it('leaves nothing behind, and is made whole the next time', async () => {
    const database = await fresh()
    const cut = makeDemonstration({
      ...SMALL,
      ownerUrl: database.ownerUrl,
      onProgress: (done) => {
        if (done === 4) throw new Error('the lights went out')
      },
    })
    await expect(cut).rejects.toThrow('the lights went out')
    expect(await ask(database, 'SELECT FROM area UNION ALL SELECT FROM occurrence')).toEqual([])
    const report = await makeDemonstration({ ...SMALL, ownerUrl: database.ownerUrl })
    expect(report.outcome).toBe('made')
  })
})
