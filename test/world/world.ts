import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { z } from 'zod'
import { makeSession } from '#platform/access/sessions.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openPool } from '#platform/db/database.ts'
import { asGate } from '#platform/db/gate.ts'
import { ensurePartitions } from '#platform/db/partitions.ts'
import type { TestDatabase } from '#platform/db/testing.ts'
import type { Store, Who } from '#platform/db/transaction.ts'
import { newToken, tokenHash } from '#platform/http/session-cookie.ts'
import type { Command, Query } from '#platform/operations/define.ts'
import { run } from '#platform/operations/run.ts'
import {
  insertDocument,
  insertOccurrence,
  insertRecord,
  type DocumentPlan,
  type OccurrencePlan,
  type RecordPlan,
} from './holdings.ts'
import { idOf, insertOrganisation, type Organisation } from './organisation.ts'
import { insertPersonas, insertPosting, type Persona, type PersonaName, type PostingPlan } from './personas.ts'

export interface World extends Organisation {
  readonly database: TestDatabase
  readonly store: Store & { readonly clock: ReturnType<typeof fixedClock> }
  readonly personas: Readonly<Record<PersonaName, Persona>>
  /** The compartment that `member` is in and `chief` is the custodian of. */
  readonly compartment: number
  /** Runs SQL as the owner, past every policy: to arrange and to check, never to act. */
  owner<Row extends pg.QueryResultRow>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** A new session of the persona, at the world's own time. */
  signIn(this: void, persona: PersonaName): Promise<Extract<Who, { session: Uint8Array }>>
  /** The same for a browser: the value of its cookie `fp_session`. */
  token(this: void, persona: PersonaName): Promise<string>
  /** Runs a query or command in a new session of the persona. */
  run<I extends z.ZodType, O extends z.ZodType>(
    this: void,
    persona: PersonaName,
    operation: Command<string, I, O> | Query<string, I, O>,
    input: unknown,
  ): Promise<z.output<O>>
  addDocument(this: void, plan?: Partial<DocumentPlan>): Promise<string>
  addOccurrence(this: void, plan?: Partial<OccurrencePlan>): Promise<number>
  /** A record of the kind `finding`, opened by the chief unless said. */
  addRecord(this: void, plan?: Partial<RecordPlan>): Promise<string>
  addPosting(this: void, plan: Partial<PostingPlan> & Pick<PostingPlan, 'account'>): Promise<number>
  /** Moves the clock, and makes the partitions that its time needs. */
  moveTo(this: void, instant: string): Promise<void>
  close(this: void): Promise<void>
}

const SINCE = '2016-04-01'

export interface WorldOptions {
  /** Noon today in UTC unless said. */
  readonly at?: string
}

/** A small force with people in every role, on a real database. Close it at the end. */
export async function buildWorld(database: TestDatabase, options: WorldOptions = {}): Promise<World> {
  const clock = fixedClock(options.at ?? `${new Date().toISOString().slice(0, 10)}T12:00:00Z`)
  const owner = new pg.Client({ connectionString: database.ownerUrl, application_name: 'frankpledge tests' })
  await owner.connect()
  await ensurePartitions(owner, clock.now())
  const organisation = await insertOrganisation(owner, SINCE)
  const dayBefore = new Date(clock.now().getTime() - 86_400_000)
  const personas = await insertPersonas(owner, organisation, SINCE, dayBefore)
  const compartment = await insertCompartment(owner, 'Nightjar', personas.chief.account, personas.member.account)
  const pool = openPool({ url: database.urlFor('frankpledge_app'), poolSize: 6, statementTimeout: 20_000 })
  const store = { pool, clock, subscriptions: [] }
  const token = async (persona: PersonaName): Promise<string> => {
    const { token: made, hash } = newToken()
    const session = { hash, account: personas[persona].account, posting: null, browserHash: hash }
    await asGate(store, (client, now) => makeSession(client, session, now))
    return made
  }
  const signIn = async (persona: PersonaName) => ({ session: tokenHash(await token(persona)) })
  return {
    ...organisation,
    database,
    store,
    personas,
    compartment,
    owner: async (sql, values = []) => (await owner.query(sql, [...values])).rows,
    token,
    signIn,
    run: async (persona, operation, input) =>
      run(store, operation, {
        who: await signIn(persona),
        request: { requestId: randomUUID(), origin: 'test' },
        input,
      }),
    addDocument: (plan = {}) =>
      insertDocument(owner, {
        agency: organisation.agencies.force,
        addedBy: personas.chief.account,
        at: clock.now(),
        ...plan,
      }),
    addOccurrence: (plan = {}) => insertOccurrence(owner, { at: clock.now(), ...plan }),
    addRecord: (plan = {}) => insertRecord(owner, { openedBy: personas.chief.account, at: clock.now(), ...plan }),
    addPosting: (plan) =>
      insertPosting(owner, {
        unit: organisation.units.teamA,
        title: 'Second posting',
        roles: ['officer'],
        forceWide: false,
        starts: SINCE,
        ends: null,
        ...plan,
      }),
    moveTo: async (instant) => {
      clock.moveTo(instant)
      await ensurePartitions(owner, clock.now())
    },
    close: async () => {
      await pool.end()
      await owner.end()
    },
  }
}

async function insertCompartment(owner: pg.Client, name: string, custodian: string, member: string): Promise<number> {
  const id = await idOf(owner, 'INSERT INTO compartment (name, custodian) VALUES ($1, $2) RETURNING id', [
    name,
    custodian,
  ])
  await owner.query(
    `INSERT INTO compartment_member (compartment_id, account_id, reason, starts) VALUES ($1, $2, 'works on it', $3)`,
    [id, member, SINCE],
  )
  return id
}
