import type pg from 'pg'
import { z } from 'zod'
import { isRole, ROLE_NAMES, type Role } from '#kernel/access/roles.ts'
import { termInOrder } from '#kernel/organisation/rules/org02-term.ts'
import { rolesFitPrincipal } from '#kernel/organisation/rules/org05-roles-of-principal.ts'
import { postingFits } from '#kernel/organisation/rules/org06-posting-fits.ts'
import { stillHere } from '#kernel/organisation/rules/org10-still-here.ts'
import { civilDate, flag, optionalCivilDate, text } from '#platform/forms/fields.ts'
import { readRows, type Columns, type CsvTable } from './csv-table.ts'
import type { KnownPerson } from './people-table.ts'
import { firstFinding, PlanInTheMaking, repeats } from './planning.ts'
import type { Plan } from './rejection.ts'
import type { KnownUnit } from './unit-paths.ts'

export const POSTING_COLUMNS: Columns = {
  needed: ['number', 'unit_code', 'title', 'roles', 'starts'],
  optional: ['force_wide', 'ends'],
}

const roles = text('Roles').transform((list, context): Role[] => {
  const given = list.split(';').map((role) => role.trim())
  const unknown = given.filter((role) => !isRole(role))
  if (unknown.length > 0)
    context.addIssue(`Not a role: ${unknown.join(', ')}. Use, with semicolons between: ${ROLE_NAMES.join(', ')}`)
  return given.filter(isRole)
})

const postingRow = z.object({
  number: text('Number', 40),
  unit_code: text('unit_code', 40),
  title: text('Title', 100),
  roles,
  force_wide: flag(),
  starts: civilDate('starts'),
  ends: optionalCivilDate('ends'),
})

export interface KnownPosting {
  readonly id: number
  readonly account_id: string
  readonly unit_id: number
  readonly title: string
  readonly roles: readonly string[]
  readonly force_wide: boolean
  readonly starts: string
  readonly ends: string | null
}

type NewPosting = Omit<KnownPosting, 'id'> & { readonly id: number | null }

export interface PostingSurroundings {
  readonly people: readonly KnownPerson[]
  readonly units: readonly (KnownUnit & { readonly id: number })[]
  readonly postings: readonly KnownPosting[]
  readonly now: Date
}

const keyOf = (account: string, unit: number, title: string, starts: string): string =>
  [account, unit, starts, title].join(' ')

/** What the file of postings comes to; one is known again by person, unit, title and first day. */
export function planPostings(table: CsvTable, around: PostingSurroundings): Plan<NewPosting, NewPosting> {
  const { rows, rejected } = readRows(table, postingRow)
  const plan = new PlanInTheMaking<NewPosting, NewPosting>(rejected)
  const people = new Map(around.people.map((person) => [person.number ?? '', person]))
  const units = new Map(around.units.map((unit) => [unit.code, unit]))
  const there = new Map(around.postings.map((one) => [keyOf(one.account_id, one.unit_id, one.title, one.starts), one]))
  const repeated = repeats(rows, (row) => [row.number, row.unit_code, row.starts, row.title].join(' '))
  for (const row of rows) {
    const { line } = row
    const person = people.get(row.number)
    const unit = units.get(row.unit_code)
    if (repeated.has(line)) plan.reject(line, null, `Line ${repeated.get(line)} says the same posting already`)
    else if (person === undefined) plan.reject(line, 'number', `Nobody has the number ${row.number}`)
    else if (unit === undefined) plan.reject(line, 'unit_code', `There is no unit ${row.unit_code}`)
    else {
      const finding = findingOf(row, person, unit, around.now)
      const known = there.get(keyOf(person.id, unit.id, row.title, row.starts))
      const posting = {
        id: known?.id ?? null,
        account_id: person.id,
        unit_id: unit.id,
        title: row.title,
        roles: row.roles,
        force_wide: row.force_wide,
        starts: row.starts,
        ends: row.ends,
      }
      const key = `${row.number} ${row.unit_code} ${row.starts}`
      if (finding !== null) plan.reject(line, null, finding)
      else if (known === undefined) plan.make(line, key, posting)
      else if (same(known, posting)) plan.leave()
      else plan.change(line, key, posting)
    }
  }
  return plan.finish()
}

function findingOf(row: z.output<typeof postingRow>, person: KnownPerson, unit: KnownUnit, now: Date): string | null {
  const term = { from: row.starts, to: row.ends }
  return firstFinding(
    stillHere(person.left_at, now),
    termInOrder(term),
    rolesFitPrincipal(person.principal, row.roles),
    postingFits({
      ...term,
      principal: person.principal,
      forceWide: row.force_wide,
      agency: person.agency_id,
      unitAgency: unit.agency_id,
      unit: { name: unit.name, from: unit.valid_from, to: unit.valid_to },
    }),
  )
}

function same(known: KnownPosting, posting: NewPosting): boolean {
  const roles = (list: readonly string[]): string => list.toSorted().join(' ')
  return (
    roles(known.roles) === roles(posting.roles) &&
    known.force_wide === posting.force_wide &&
    known.ends === posting.ends
  )
}

export async function knownPostings(client: pg.ClientBase): Promise<KnownPosting[]> {
  const { rows } = await client.query<KnownPosting>(
    'SELECT id, account_id, unit_id, title, roles, force_wide, starts, ends FROM posting',
  )
  return rows
}

export async function writePostings(client: pg.ClientBase, plan: Plan<NewPosting, NewPosting>): Promise<void> {
  await client.query(
    `INSERT INTO posting (account_id, unit_id, title, roles, force_wide, starts, ends)
    SELECT account_id, unit_id, title, ARRAY(SELECT jsonb_array_elements_text(roles)), force_wide, starts, ends
    FROM jsonb_to_recordset($1)
      AS r (account_id uuid, unit_id bigint, title text, roles jsonb, force_wide boolean, starts date, ends date)`,
    [JSON.stringify(plan.make)],
  )
  await client.query(
    `UPDATE posting SET roles = ARRAY(SELECT jsonb_array_elements_text(r.roles)), force_wide = r.force_wide, ends = r.ends,
      version = version + 1
    FROM jsonb_to_recordset($1) AS r (id bigint, roles jsonb, force_wide boolean, ends date) WHERE posting.id = r.id`,
    [JSON.stringify(plan.change)],
  )
}
