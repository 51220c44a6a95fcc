import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemReader } from '#platform/access/reader.ts'
import { contextStatements } from '#platform/db/context.ts'
import { asGate } from '#platform/db/gate.ts'
import { migrate } from '#platform/db/migrate.ts'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import type { PersonaName } from '../world/personas.ts'
import { buildWorld, type World } from '../world/world.ts'
import { seedEveryTable } from './seed.ts'

/** What somebody could do who got hold of the application's own connection in the middle of a person's transaction. */

const database = withTestDatabase()
let world: World
let client: pg.PoolClient

beforeAll(async () => {
  world = await buildWorld(database())
  await migrate({
    ownerUrl: database().ownerUrl,
    folder: 'migrations',
    appRole: 'frankpledge_app',
    now: world.store.clock.now(),
  })
  await seedEveryTable(world)
  client = await world.store.pool.connect()
})
afterAll(async () => {
  client.release()
  await world.close()
})

const request = { requestId: 'r', purpose: 'p', origin: 'o' }

async function contextOf(persona: PersonaName): Promise<string> {
  const who = await world.signIn(persona)
  const reader = await transaction(world.store, who, request, async (entered) => ({ value: entered.reader, audit: [] }))
  return contextStatements(reader, request)
}

/** What the statements answer one after the other in this context, rolled back: rows touched, or the refusal. */
async function answers(context: string, ...statements: readonly string[]): Promise<(number | string)[]> {
  await client.query(`BEGIN; ${context}`)
  try {
    const found: (number | string)[] = []
    for (const statement of statements) {
      await client.query('SAVEPOINT one')
      found.push(await client.query(statement).then(({ rowCount }) => rowCount ?? 0, refusal))
      if (typeof found.at(-1) === 'string') await client.query('ROLLBACK TO one')
    }
    return found
  } finally {
    await client.query('ROLLBACK')
  }
}

function refusal(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/row-level security/.test(message)) return 'refused by policy'
  return /permission denied|must be/.test(message) ? 'no right' : message
}

const READ_ALL = 'SELECT FROM document'
/** Names no column, so that no policy for reading is asked. */
const BLIND = `UPDATE document SET compartment_id = NULL, marking = 'OFFICIAL', area_id = NULL, unit_id = NULL`
const WITHDRAW = `UPDATE document SET withdrawn_at = now(), withdrawn_reason = 'x'`

describe('A change that reads nothing', () => {
  test('moves no document out of its compartment, marking or area', async () => {
    const context = await contextOf('custodian')
    expect(await answers(context, READ_ALL, BLIND, READ_ALL)).toEqual([0, 'no right', 0])
  })

  test('withdraws no document that its doer cannot see', async () => {
    expect(await answers(await contextOf('custodian'), WITHDRAW)).toEqual([0])
    const seen = await answers(await contextOf('sergeantA'), READ_ALL, WITHDRAW)
    expect(seen).toEqual([1, 1])
  })

  test('gives no file of somebody else’s to a document of one’s own', async () => {
    const swap = `UPDATE document SET sha256 = repeat('a', 64)`
    expect(await answers(await contextOf('sergeantA'), swap)).toEqual(['no right'])
  })
})

describe('Whoever administers', () => {
  test('does not post themselves, change their own posting or their own account', async () => {
    const { account, posting } = world.personas.administrator
    const context = await contextOf('administrator')
    const post = (whom: string) =>
      `INSERT INTO posting (account_id, unit_id, title, roles, starts)
      VALUES ('${whom}', ${world.units.desk}, 'x', '{auditor}', '2020-01-01')`
    expect(
      await answers(
        context,
        post(account),
        post(world.personas.officerB.account),
        `UPDATE posting SET roles = '{auditor}' WHERE id = ${posting}`,
        `UPDATE posting SET account_id = '${account}' WHERE id = ${world.personas.auditor.posting}`,
        `UPDATE account SET clearance = 'OFFICIAL' WHERE id = '${account}'`,
      ),
    ).toEqual(['refused by policy', 1, 0, 'refused by policy', 0])
  })
})

describe('A custodian who is no records custodian any more', () => {
  test('lets nobody into the compartment, and takes nobody out', async () => {
    const add = `INSERT INTO compartment_member (compartment_id, account_id, reason, starts)
      VALUES (${world.compartment}, '${world.personas.officerB.account}', 'x', '2020-01-01')`
    const end = `UPDATE compartment_member SET reason = 'y'`
    expect(await answers(await contextOf('chief'), add, end)).toEqual(['refused by policy', 0])
  })
})

describe('A legal hold', () => {
  test('is placed and lifted in one’s own name, and otherwise stays as it was placed', async () => {
    const place = (by: string) =>
      `INSERT INTO legal_hold (kind, subject, reason, placed_by, placed_at) VALUES ('document', 'x', 'y', '${by}', now())`
    const lift = (by: string) =>
      `UPDATE legal_hold SET lifted_by = '${by}', lifted_at = now(), lifted_reason = 'z' WHERE lifted_at IS NULL`
    const other = world.personas.chief.account
    expect(
      await answers(
        await contextOf('custodian'),
        place(other),
        `UPDATE legal_hold SET subject = 'elsewhere'`,
        lift(other),
        lift(world.personas.custodian.account),
      ),
    ).toEqual(['refused by policy', 'no right', 'refused by policy', 1])
  })
})

describe('Whoever decides which parties are one', () => {
  const decide = (
    by: string,
    which: string,
  ) => `UPDATE match_proposal SET stage = 'different', first_by = '${by}', first_at = now(),
    first_verdict = 'different', first_reason = 'x', second_by = NULL WHERE ${which}`

  test('does so in their own name, of pairs that they see, and moves nothing by themselves', async () => {
    const { reviewer, sergeantA } = world.personas
    const context = await contextOf('reviewer')
    const open = `stage = 'open' AND compartment_ids = '{}'`
    expect(
      await answers(
        context,
        decide(sergeantA.account, open),
        decide(reviewer.account, open),
        decide(reviewer.account, `compartment_ids <> '{}'`),
        `UPDATE match_proposal SET marking = 'OFFICIAL', compartment_ids = '{}'`,
        'UPDATE party SET identity_id = 1',
      ),
    ).toEqual(['refused by policy', 4, 0, 'no right', 'no right'])
    expect(await answers(await contextOf('chief'), decide(world.personas.chief.account, open))).toEqual([0])
  })

  test('as a second person is somebody else', async () => {
    const { reviewer } = world.personas
    const second = `UPDATE match_proposal SET second_by = '${reviewer.account}', second_at = now(), second_reason = 'x'
      WHERE first_by = '${reviewer.account}'`
    const [answer] = await answers(await contextOf('reviewer'), second)
    expect(answer).toMatch(/violates check constraint/)
  })
})

describe('The audit', () => {
  const row = (columns: Readonly<Record<string, string>>) => {
    const all = {
      at: 'now()',
      event: `'a.b'`,
      outcome: `'done'`,
      purpose: `'p'`,
      origin: `'o'`,
      request_id: `'r'`,
      ...columns,
    }
    return `INSERT INTO audit_event (${Object.keys(all).join(', ')}) VALUES (${Object.values(all).join(', ')})`
  }

  test('takes a line in one’s own name alone', async () => {
    const own = `'${world.personas.sergeantA.account}'`
    const context = await contextOf('sergeantA')
    expect(
      await answers(
        context,
        row({ principal: `'staff'`, account_id: own }),
        row({ principal: `'staff'`, account_id: `'${world.personas.chief.account}'` }),
        row({ principal: `'service'`, account_id: own }),
        row({ principal: `'staff'`, account_id: own, system_name: `'system:audit'` }),
      ),
    ).toEqual([1, 'refused by policy', 'refused by policy', 'refused by policy'])
    expect(
      await answers('SET LOCAL ROLE fp_public', row({ principal: `'service'`, system_name: `'system:audit'` })),
    ).toEqual(['refused by policy'])
  })

  test('takes no line into a transaction that is over, where it would look like one put in by hand', async () => {
    const principal = `'service'`
    const context = contextStatements(systemReader('system:test'), request)
    const forged = ['xact', 'era'].map((column) => row({ principal, [column]: `'1'` }))
    expect(await answers(context, ...forged)).toEqual(['no right', 'no right'])
  })
})

describe('A table of one’s own making', () => {
  test('takes the place of none of ours: nobody but the service makes temporary ones', async () => {
    const make = 'CREATE TEMP TABLE audit_event ()'
    for (const role of ['gate', 'staff', 'partner', 'victim', 'public', 'disposal'])
      expect([role, ...(await answers(`SET LOCAL ROLE fp_${role}`, make))]).toEqual([role, 'no right'])
    expect(await answers('SET LOCAL ROLE fp_service', make)).toEqual([0])
  })

  test('is found after ours, whatever the connection was left with', async () => {
    const PLACE = `SELECT relnamespace = 'public'::regnamespace AS ours FROM pg_class WHERE oid = 'audit_event'::regclass`
    await client.query('RESET ROLE; SET search_path = pg_temp, pg_catalog')
    await client.query(`BEGIN; SET LOCAL ROLE fp_service; CREATE TEMP TABLE audit_event (); COMMIT`)
    const ours = async (context: string) => {
      await client.query(`BEGIN; ${context}`)
      const { rows } = await client.query<{ ours: boolean }>(PLACE)
      await client.query('ROLLBACK')
      return rows[0]?.ours
    }
    expect(await ours(await contextOf('sergeantA'))).toBe(true)
    await client.query('RESET search_path')
    await client.query('DISCARD TEMP')
  })

  test('is passed by at the gate as well', async () => {
    const path = await asGate(world.store, async (gate) => gate.query<{ search_path: string }>('SHOW search_path'))
    expect(path.rows[0]?.search_path).toBe('public, pg_temp')
  })
})

describe('The role that disposes', () => {
  test('reads of what it disposes of what the rules ask, and no more', async () => {
    const role = 'SET LOCAL ROLE fp_disposal'
    const asked = ['SELECT fields FROM draft', 'SELECT output FROM idempotency_key', 'SELECT title FROM document']
    expect(await answers(role, ...asked)).toEqual(['no right', 'no right', 'no right'])
  })
})

describe('Who says where the records system is', () => {
  test('is an administrator, in their own name and nobody else’s', async () => {
    const { chief, administrator } = world.personas
    const inTheNameOf = (account: string) => `UPDATE records_system SET changed_by = '${account}'`
    const context = await contextOf('administrator')
    expect(await answers(context, inTheNameOf(administrator.account), inTheNameOf(chief.account))).toEqual([
      1,
      'refused by policy',
    ])
    expect(await answers(await contextOf('chief'), inTheNameOf(chief.account))).toEqual([0])
  })
})
