import fc from 'fast-check'
import type pg from 'pg'
import { MARKINGS, PUBLIC_READER, type Principal, type Reader } from '#platform/access/reader.ts'
import { contextStatements } from '#platform/db/context.ts'
import { ROLE_NAMES } from '#kernel/access/roles.ts'
import type { World } from '../world/world.ts'

/** The values that guards and readers are drawn from, few enough that they meet often. */
export interface Pools {
  readonly areas: readonly number[]
  readonly units: readonly number[]
  readonly compartments: readonly number[]
  readonly people: readonly string[]
}

/** Two of each of a world, with a second compartment made for it, and three people. */
export async function poolsOf(world: World): Promise<Pools> {
  const sql = `INSERT INTO compartment (name, custodian) VALUES ('Kestrel', $1) RETURNING id`
  const second = (await world.owner<{ id: number }>(sql, [world.personas.chief.account]))[0]?.id ?? 0
  return {
    areas: [world.areas.A1, world.areas.B1],
    units: [world.units.teamA, world.units.teamB],
    compartments: [world.compartment, second],
    people: [world.personas.sergeantA.account, world.personas.member.account, world.personas.custodian.account],
  }
}

const principals: readonly Principal[] = ['staff', 'staff', 'staff', 'partner', 'victim', 'public', 'service']

export function anyReader(world: World, pools: Pools): fc.Arbitrary<Reader> {
  return fc
    .record({
      principal: fc.constantFrom(...principals),
      account: fc.constantFrom(...pools.people),
      agency: fc.constantFrom(world.agencies.force, world.agencies.council),
      roles: fc.subarray([...ROLE_NAMES]),
      areas: fc.subarray([...pools.areas]),
      units: fc.subarray([...pools.units]),
      forceWide: fc.boolean(),
      clearance: fc.constantFrom(...MARKINGS),
      compartments: fc.subarray([...pools.compartments]),
    })
    .map((drawn) => ({ ...PUBLIC_READER, ...drawn }))
}

/** What the database answers this reader: rows, or a refusal; and nothing of it stays. `also` is set in the transaction first. */
export async function asReader<T>(
  client: pg.ClientBase,
  reader: Reader,
  sql: string,
  values: readonly unknown[] = [],
  also = '',
): Promise<T[] | 'refused'> {
  await client.query(`BEGIN;${contextStatements(reader, { requestId: 'r', purpose: 'p', origin: 'o' })}${also}`)
  try {
    return (await client.query(sql, [...values])).rows
  } catch (error) {
    // Insufficient privilege: by grant or by policy. Anything else is a fault of the test.
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused'
    throw error
  } finally {
    await client.query('ROLLBACK')
  }
}

/** The ids of the rows of a table that are there for the reader, in order. */
export async function seenBy<Id>(client: pg.ClientBase, reader: Reader, table: string, also = ''): Promise<Id[]> {
  const rows = await asReader<{ id: Id }>(client, reader, `SELECT id FROM ${table} ORDER BY id`, [], also)
  return rows === 'refused' ? [] : rows.map((row) => row.id)
}
