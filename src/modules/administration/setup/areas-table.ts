import type pg from 'pg'
import { z } from 'zod'
import { termInOrder } from '#kernel/organisation/rules/org02-term.ts'
import { AREA_KIND_CODES } from '#kernel/organisation/words.ts'
import { civilDate, optionalCivilDate, optionalText, text } from '#platform/forms/fields.ts'
import { oneOf, readRows, type Columns, type CsvTable } from './csv-table.ts'
import { firstFinding, PlanInTheMaking, repeats, withoutOrphans, type Hanging } from './planning.ts'
import type { Plan } from './rejection.ts'

export const AREA_COLUMNS: Columns = {
  needed: ['kind', 'code', 'name', 'valid_from'],
  optional: ['valid_to', 'within_kind', 'within_code'],
}

const areaRow = z.object({
  kind: oneOf(AREA_KIND_CODES),
  code: text('Code', 40),
  name: text('Name'),
  valid_from: civilDate('valid_from'),
  valid_to: optionalCivilDate('valid_to'),
  within_kind: optionalText('within_kind', 40),
  within_code: optionalText('within_code', 40),
})

export interface KnownArea {
  readonly id: number
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly valid_from: string
  readonly valid_to: string | null
  /** Kind and code of each area that it lies in, at any depth. */
  readonly within: readonly string[]
}

interface NewArea extends Hanging {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export const keyOfArea = (kind: string, code: string): string => `${kind} ${code}`

/** What the file of areas comes to. An area may lie in one of the same file. Nesting is added to and never taken away. */
export function planAreas(table: CsvTable, known: readonly KnownArea[]): Plan<NewArea, NewArea> {
  const { rows, rejected } = readRows(table, areaRow)
  const plan = new PlanInTheMaking<NewArea, NewArea>(rejected)
  const there = new Map(known.map((area) => [keyOfArea(area.kind, area.code), area]))
  const inFile = new Set(rows.map((row) => keyOfArea(row.kind, row.code)))
  const repeated = repeats(rows, (row) => keyOfArea(row.kind, row.code))
  for (const row of rows) {
    const { within_kind: kind, within_code: code, ...area } = row
    const { line } = area
    const key = keyOfArea(area.kind, area.code)
    const within = kind === null || code === null ? null : keyOfArea(kind, code)
    const before = there.get(key)
    const finding = firstFinding(termInOrder({ from: area.valid_from, to: area.valid_to }))
    if (repeated.has(line)) plan.reject(line, 'code', `Line ${repeated.get(line)} has this area already`)
    else if ((kind === null) !== (code === null))
      plan.reject(line, 'within_code', 'Give within_kind and within_code, or neither')
    else if (within === key) plan.reject(line, 'within_code', 'An area does not lie in itself')
    else if (within !== null && !there.has(within) && !inFile.has(within))
      plan.reject(line, 'within_code', `There is no ${within}, here or in this file`)
    else if (finding !== null) plan.reject(line, 'valid_to', finding)
    else if (before === undefined) plan.make(line, key, { ...area, key, up: within })
    else if (same(before, { ...area, key, up: within })) plan.leave()
    else plan.change(line, key, { ...area, key, up: within })
  }
  return withoutOrphans(plan.finish(), new Set(there.keys()), 'within_code')
}

function same(before: KnownArea, area: NewArea): boolean {
  return (
    before.name === area.name &&
    before.valid_from === area.valid_from &&
    before.valid_to === area.valid_to &&
    (area.up === null || before.within.includes(area.up))
  )
}

export async function knownAreas(client: pg.ClientBase): Promise<KnownArea[]> {
  const { rows } = await client.query<KnownArea>(
    `SELECT a.id, a.kind, a.code, a.name, a.valid_from, a.valid_to,
      coalesce((SELECT array_agg(o.kind || ' ' || o.code) FROM area_nesting n JOIN area o ON o.id = n.outer_area
        WHERE n.inner_area = a.id), '{}') AS within
    FROM area a`,
  )
  return rows
}

export async function writeAreas(client: pg.ClientBase, plan: Plan<NewArea, NewArea>): Promise<void> {
  await client.query(
    `INSERT INTO area (kind, code, name, valid_from, valid_to, source)
    SELECT kind, code, name, valid_from, valid_to, 'setup'
    FROM jsonb_to_recordset($1) AS r (kind text, code text, name text, valid_from date, valid_to date)
    ON CONFLICT (kind, code) DO UPDATE SET name = excluded.name, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, version = area.version + 1`,
    [JSON.stringify([...plan.make, ...plan.change])],
  )
  // Each pair, then whatever the outer one lies in, until nothing is added: the table holds every depth.
  await client.query(
    `WITH RECURSIVE direct AS (
      SELECT i.id AS inner_area, o.id AS outer_area
      FROM jsonb_to_recordset($1) AS r (kind text, code text, up text)
      JOIN area i ON i.kind = r.kind AND i.code = r.code JOIN area o ON o.kind || ' ' || o.code = r.up
    ), known AS (
      SELECT inner_area, outer_area FROM direct UNION SELECT inner_area, outer_area FROM area_nesting
    ), every AS (
      SELECT inner_area, outer_area FROM direct
      UNION
      SELECT e.inner_area, k.outer_area FROM every e JOIN known k ON k.inner_area = e.outer_area
    )
    INSERT INTO area_nesting (inner_area, outer_area)
    SELECT inner_area, outer_area FROM every WHERE inner_area <> outer_area ON CONFLICT DO NOTHING`,
    [JSON.stringify([...plan.make, ...plan.change])],
  )
}
