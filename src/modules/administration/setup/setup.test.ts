import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensurePartitions } from '#platform/db/partitions.ts'
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts'
import { importOrganisation, setup, SetupRefused, type SetupOptions } from './setup.ts'

const now = new Date('2026-11-23T09:00:00Z')
let database: TestDatabase
let owner: pg.Client
let folder: string
let provider: Server
let issuer: string
let metadata: Record<string, unknown> = {}

beforeAll(async () => {
  provider = createServer((request, response) => {
    if (request.url !== '/.well-known/openid-configuration') return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ issuer, ...metadata }))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
})
afterAll(() => provider.close())
beforeEach(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'frankpledge-setup-'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await ensurePartitions(owner, now)
  metadata = {
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  }
})
afterEach(async () => {
  await owner.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const file = async (name: string, ...lines: string[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}
const options = (more: Partial<SetupOptions> = {}): SetupOptions => ({
  ownerUrl: database.ownerUrl,
  now,
  files: {},
  dryRun: false,
  keepGood: false,
  forceName: 'Thames Valley Police',
  publisher: 'thames-valley',
  administrator: { issuer, subject: 'rowe', name: 'Ms Rowe', number: '9001' },
  provider: { issuer, clientId: 'frankpledge', clientSecret: 'secret' },
  ...more,
})
const firstDay = async () => ({
  areas: await file(
    'areas.csv',
    'kind,code,name,valid_from,within_kind,within_code',
    'ward,E05,Abbey,2016-04-01,policing-area,RDG',
    'force,TVP,Thames Valley,2016-04-01,,',
    'policing-area,RDG,Reading,2016-04-01,force,TVP',
  ),
  units: await file(
    'units.csv',
    'code,name,parent_code,area_kind,area_code,valid_from',
    'RDG-E,Neighbourhood East,RDG,ward,E05,2016-04-01',
    'RDG,Reading LPA,,policing-area,RDG,2016-04-01',
  ),
  people: await file('people.csv', 'number,name,subject', '4711,PS Ellis,ellis', '9001,Ms Rowe,rowe'),
  postings: await file(
    'postings.csv',
    'number,unit_code,title,roles,starts',
    '4711,RDG-E,Neighbourhood sergeant,officer; supervisor,2020-01-06',
  ),
})
const count = async (table: string): Promise<number> =>
  Number((await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n)

describe('A force’s first day', () => {
  test('makes the force and its first administrator, and brings in everybody', async () => {
    const report = await setup(options({ files: await firstDay() }))
    expect(report).toMatchObject({ kept: true, provider: { ok: true, findings: [] }, errorFiles: [] })
    expect(report.tables.map(({ table, made, unchanged }) => [table, made, unchanged])).toEqual([
      ['areas', 3, 0],
      ['units', 2, 0],
      ['people', 1, 1],
      ['postings', 1, 0],
    ])
    const { rows } = await owner.query(
      `SELECT a.name, p.title, p.roles, u.code, up.code AS above, r.name AS area FROM posting p
      JOIN account a ON a.id = p.account_id JOIN unit u ON u.id = p.unit_id LEFT JOIN unit up ON up.id = u.parent_id
      LEFT JOIN area r ON r.id = u.area_id ORDER BY a.number`,
    )
    expect(rows).toEqual([
      expect.objectContaining({
        name: 'PS Ellis',
        roles: ['officer', 'supervisor'],
        code: 'RDG-E',
        above: 'RDG',
        area: 'Abbey',
      }),
      expect.objectContaining({ name: 'Ms Rowe', roles: ['administrator'], code: 'FORCE' }),
    ])
    // Abbey in Reading, Reading in Thames Valley, and so Abbey in Thames Valley.
    expect(await count('area_nesting')).toBe(3)
    expect(await count(`audit_event WHERE event = 'installation.set-up'`)).toBe(1)
  })

  test('comes once', async () => {
    await setup(options())
    await expect(setup(options())).rejects.toThrow('set up for Thames Valley Police already')
    await expect(setup(options())).rejects.toBeInstanceOf(SetupRefused)
  })

  test('comes once even when two people do it at the same moment', async () => {
    const both = await Promise.allSettled([setup(options()), setup(options())])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await count('installation')).toBe(1)
  })

  test('in a dry run says everything and keeps nothing', async () => {
    const report = await setup(options({ files: await firstDay(), dryRun: true }))
    expect(report.kept).toBe(false)
    expect(report.tables[1]?.outcomes).toEqual([
      { line: 2, what: 'made', key: 'RDG-E' },
      { line: 3, what: 'made', key: 'RDG' },
    ])
    expect(await count('installation')).toBe(0)
    expect(await count('unit')).toBe(0)
  })

  test('says what is missing', async () => {
    await expect(setup(options({ forceName: ' ' }))).rejects.toThrow('Give the force’s name')
    await expect(setup(options({ publisher: 'Thames Valley' }))).rejects.toThrow('thames-valley')
    const administrator = { issuer, subject: '', name: 'Ms Rowe', number: '9001' }
    await expect(setup(options({ administrator }))).rejects.toThrow('first administrator’s subject')
  })
})

describe('The tables', () => {
  test('a second time change nothing, and later only what differs', async () => {
    const files = await firstDay()
    await setup(options({ files }))
    const again = await importOrganisation(options({ files }))
    expect(again.tables.map(({ made, changed, unchanged }) => [made, changed, unchanged])).toEqual([
      [0, 0, 3],
      [0, 0, 2],
      [0, 0, 2],
      [0, 0, 1],
    ])
    const postings = await file(
      'postings.csv',
      'number,unit_code,title,roles,starts,ends',
      '4711,RDG-E,Neighbourhood sergeant,supervisor,2020-01-06,2027-03-31',
    )
    const later = await importOrganisation(options({ files: { postings } }))
    expect(later.tables[0]).toMatchObject({ made: 0, changed: 1, outcomes: [{ line: 2, what: 'changed' }] })
    expect((await owner.query(`SELECT version FROM posting WHERE ends = '2027-03-31'`)).rows).toEqual([{ version: 2 }])
  })

  test('with one bad row keep nothing, and say line, column and reason in an error file that can be mended', async () => {
    await setup(options())
    const units = await file(
      'units.csv',
      'code,name,parent_code,valid_from',
      'A,Ashford,,2016-04-01',
      'B,=cmd(),A,2016-04-01',
      'C,Barton,NOPE,2016-04-01',
      'D,Dean,C,2016-04-01',
      'E,Eaton,A,2016-02-30',
      'F,Farm,F2,2016-04-01',
      'F2,Farm two,F,2016-04-01',
    )
    const refused = await importOrganisation(options({ files: { units } }))
    expect(refused.kept).toBe(false)
    expect(await count('unit')).toBe(1)
    expect(refused.tables[0]?.rejected).toEqual([
      { line: 3, column: 'name', reason: expect.stringContaining('formula') },
      { line: 4, column: 'parent_code', reason: 'There is no unit NOPE, here or in this file' },
      { line: 5, column: 'parent_code', reason: 'The line of C was rejected' },
      {
        line: 6,
        column: 'valid_from',
        reason: 'valid_from must be a real date, such as 2016-04-01'.replace('2016-04-01', '2026-03-27'),
      },
      { line: 7, column: 'parent_code', reason: expect.stringContaining('lies under this unit') },
      { line: 8, column: 'parent_code', reason: expect.stringContaining('lies under this unit') },
    ])
    const errors = await readFile(refused.errorFiles[0] ?? '', 'utf8')
    expect(errors.split('\r\n')[0]).toBe(
      'code,name,parent_code,valid_from,rejected_line,rejected_column,rejected_reason',
    )
    expect(errors).toContain('C,Barton,NOPE,2016-04-01,4,parent_code,')

    const kept = await importOrganisation(options({ files: { units }, keepGood: true }))
    expect(kept).toMatchObject({ kept: true, tables: [{ made: 1 }] })
    const mended = await file(
      'mended.csv',
      'code,name,parent_code,valid_from,rejected_line,rejected_column,rejected_reason',
      'C,Barton,A,2016-04-01,4,parent_code,There is no unit NOPE',
    )
    expect(await importOrganisation(options({ files: { units: mended } }))).toMatchObject({
      kept: true,
      tables: [{ made: 1 }],
    })
  })

  test('hold people and postings to the rules', async () => {
    await setup(options({ files: await firstDay() }))
    await owner.query(
      `INSERT INTO agency (name, kind, valid_from) VALUES ('Reading Council', 'local-authority', '2000-01-01')`,
    )
    const people = await file(
      'people.csv',
      'number,name,subject,agency,clearance',
      'H-12,Jo Farrant,farrant,Reading Council,OFFICIAL',
      'H-13,Al Peel,farrant,Reading Council,',
      'H-14,Bo Kerr,ellis,,SECRET',
      'H-15,Cy Lunt,ellis,,',
      'H-16,Di Moss,moss,Nowhere Council,',
      '4711,PS Ellis,ellis2,Reading Council,',
    )
    const postings = await file(
      'postings.csv',
      'number,unit_code,title,roles,starts',
      'H-12,RDG,Housing officer,partner,2020-01-06',
      '4711,RDG,Acting inspector,inspector,2020-01-06',
      '4711,RDG,Acting inspector,partner,2020-01-06',
      '4711,RDG,Too early,officer,2015-01-06',
      '0000,RDG,Nobody,officer,2020-01-06',
    )
    const report = await importOrganisation(options({ files: { people, postings } }))
    const reasons = report.tables.flatMap(({ rejected }) => rejected.map(({ line, reason }) => [line, reason]))
    expect(reasons).toEqual([
      [3, 'Line 2 signs in with this already'],
      [4, 'Use one of: OFFICIAL, OFFICIAL-SENSITIVE'],
      [5, 'Number 4711 signs in with this already'],
      [6, 'There is no agency called Nowhere Council. Add it first'],
      [7, expect.stringContaining('belongs to another agency')],
      [2, expect.stringContaining('another agency. Choose a unit of theirs. (ORG06)')],
      [3, expect.stringContaining('Not a role: inspector')],
      [4, expect.stringContaining('(ORG05)')],
      [5, expect.stringContaining('stands from 2016-04-01')],
      [6, 'Nobody has the number 0000'],
    ])
  })

  test('of nine thousand people come in within seconds', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => `${10_000 + index},PC ${index},s${index}`)
    const posts = Array.from({ length: 9_000 }, (_, index) => `${10_000 + index},FORCE,Constable,officer,2026-11-23`)
    const files = {
      people: await file('people.csv', 'number,name,subject', ...rows),
      postings: await file('postings.csv', 'number,unit_code,title,roles,starts', ...posts),
    }
    const report = await setup(options({ files }))
    expect(report.tables.map(({ made, rejected }) => [made, rejected.length])).toEqual([
      [9_000, 0],
      [9_000, 0],
    ])
  })
})

describe('The identity provider', () => {
  const findings = async (more: Partial<SetupOptions>) =>
    (await setup(options({ dryRun: true, ...more }))).provider.findings

  test('that is not set, not safe or not there is said in words, and nothing is set up', async () => {
    expect(await findings({ provider: null })).toEqual([expect.stringContaining('OIDC_ISSUER')])
    const at = (address: string) => ({ provider: { issuer: address, clientId: 'x', clientSecret: 'y' } })
    expect(await findings(at('http://id.example'))).toEqual([expect.stringContaining('must begin with https')])
    expect(await findings(at('nonsense'))).toEqual(['OIDC_ISSUER is no address: nonsense'])
    expect(await findings(at('http://127.0.0.1:1'))).toEqual([expect.stringContaining('cannot be reached')])
    expect(await findings(at(`${issuer}/realm`))).toEqual([
      expect.stringContaining('does not answer as an identity provider'),
    ])
    expect((await setup(options(at('http://127.0.0.1:1')))).kept).toBe(false)
    expect(await count('installation')).toBe(0)
  })

  test('that lacks what sign-in needs, or calls itself otherwise, is said in words', async () => {
    metadata = { ...metadata, response_types_supported: ['token'], code_challenge_methods_supported: ['plain'] }
    expect(await findings({})).toEqual([
      expect.stringContaining('authorisation code flow'),
      expect.stringContaining('PKCE with S256'),
    ])
    metadata = { issuer: 'https://other.example' }
    expect(await findings({})).toEqual([expect.stringContaining('calls itself by another name')])
  })
})
