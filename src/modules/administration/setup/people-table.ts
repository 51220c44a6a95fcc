import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { stillHere } from '#kernel/organisation/rules/org10-still-here.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { optionalText, text } from '#platform/forms/fields.ts'
import { oneOf, readRows, type Columns, type CsvTable } from './csv-table.ts'
import { firstFinding, PlanInTheMaking, repeats } from './planning.ts'
import type { Plan } from './rejection.ts'

export const PEOPLE_COLUMNS: Columns = {
  needed: ['number', 'name', 'subject'],
  optional: ['agency', 'clearance', 'issuer'],
}

const personRow = z.object({
  number: text('Number', 40),
  name: text('Name'),
  subject: text('Subject', 200),
  agency: optionalText('Agency'),
  clearance: z
    .string()
    .optional()
    .transform((clearance) => (clearance === undefined || clearance === '' ? 'OFFICIAL-SENSITIVE' : clearance))
    .pipe(oneOf(MARKINGS)),
  issuer: optionalText('Issuer', 400),
})

export interface KnownPerson {
  readonly id: string
  readonly number: string | null
  readonly name: string
  readonly issuer: string
  readonly subject: string
  readonly principal: string
  readonly agency_id: number
  readonly clearance: string
  readonly left_at: Date | null
}

type NewPerson = Omit<KnownPerson, 'left_at' | 'number'> & { readonly number: string }

export interface PeopleSurroundings {
  readonly people: readonly KnownPerson[]
  readonly agencies: ReadonlyMap<string, number>
  /** Its people are staff; those of every other agency are partners. */
  readonly ownAgency: number
  /** Of those whose row names no identity provider. */
  readonly issuer: string
  readonly now: Date
}

/** What the file of people comes to; somebody is known again by their number. */
export function planPeople(table: CsvTable, around: PeopleSurroundings): Plan<NewPerson, NewPerson> {
  const { rows, rejected } = readRows(table, personRow)
  const plan = new PlanInTheMaking<NewPerson, NewPerson>(rejected)
  const signInOf = (row: { readonly issuer: string | null; readonly subject: string }): string =>
    `${row.issuer ?? around.issuer} ${row.subject}`
  const byNumber = new Map(around.people.map((person) => [person.number ?? '', person]))
  const bySignIn = new Map(around.people.map((person) => [signInOf(person), person]))
  const numberTwice = repeats(rows, (row) => row.number)
  const signInTwice = repeats(rows, signInOf)
  for (const row of rows) {
    const { line, number } = row
    const known = byNumber.get(number)
    const holder = bySignIn.get(signInOf(row))
    const agency = row.agency === null ? around.ownAgency : around.agencies.get(row.agency)
    const finding = firstFinding(stillHere(known?.left_at ?? null, around.now))
    if (numberTwice.has(line)) plan.reject(line, 'number', `Line ${numberTwice.get(line)} has this number already`)
    else if (signInTwice.has(line))
      plan.reject(line, 'subject', `Line ${signInTwice.get(line)} signs in with this already`)
    else if (holder !== undefined && holder.number !== number)
      plan.reject(line, 'subject', `Number ${holder.number ?? 'unknown'} signs in with this already`)
    else if (agency === undefined) plan.reject(line, 'agency', `There is no agency called ${row.agency}. Add it first`)
    else if (finding !== null) plan.reject(line, 'number', finding)
    else if (known !== undefined && known.agency_id !== agency)
      plan.reject(line, 'agency', 'This person belongs to another agency. Change that under Administration, People')
    else {
      const person = {
        id: known?.id ?? randomUUID(),
        number,
        name: row.name,
        subject: row.subject,
        issuer: row.issuer ?? known?.issuer ?? around.issuer,
        agency_id: agency,
        clearance: row.clearance,
        principal: agency === around.ownAgency ? 'staff' : 'partner',
      }
      if (known === undefined) plan.make(line, number, person)
      else if (same(known, person)) plan.leave()
      else plan.change(line, number, person)
    }
  }
  return plan.finish()
}

function same(known: KnownPerson, person: NewPerson): boolean {
  return (
    known.name === person.name &&
    known.subject === person.subject &&
    known.issuer === person.issuer &&
    known.clearance === person.clearance
  )
}

export async function knownPeople(client: pg.ClientBase): Promise<KnownPerson[]> {
  const { rows } = await client.query<KnownPerson>(
    'SELECT id, number, name, issuer, subject, principal, agency_id, clearance, left_at FROM account',
  )
  return rows
}

export async function writePeople(client: pg.ClientBase, plan: Plan<NewPerson, NewPerson>): Promise<void> {
  await client.query(
    `INSERT INTO account (id, issuer, subject, principal, agency_id, name, number, clearance)
    SELECT id, issuer, subject, principal, agency_id, name, number, clearance FROM jsonb_to_recordset($1)
      AS r (id uuid, issuer text, subject text, principal text, agency_id bigint, name text, number text, clearance text)
    ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, subject = excluded.subject, name = excluded.name,
      clearance = excluded.clearance, version = account.version + 1`,
    [JSON.stringify([...plan.make, ...plan.change])],
  )
}
