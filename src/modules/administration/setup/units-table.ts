import type pg from 'pg'
import { z } from 'zod'
import { unitParent } from '#kernel/organisation/rules/org01-unit-parent.ts'
import { termInOrder } from '#kernel/organisation/rules/org02-term.ts'
import { AREA_KIND_CODES } from '#kernel/organisation/words.ts'
import { civilDate, optionalCivilDate, optionalText, text } from '#platform/forms/fields.ts'
import { keyOfArea, type KnownArea } from './areas-table.ts'
import { readRows, type Columns, type CsvTable } from './csv-table.ts'
import { firstFinding, PlanInTheMaking, repeats, withoutOrphans, type Hanging } from './planning.ts'
import type { Plan } from './rejection.ts'
import { aboveOf, type KnownUnit } from './unit-paths.ts'

export const UNIT_COLUMNS: Columns = {
  needed: ['code', 'name', 'valid_from'],
  optional: ['parent_code', 'agency', 'area_kind', 'area_code', 'valid_to'],
}

const unitRow = z.object({
  code: text('Code', 40),
  name: text('Name'),
  parent_code: optionalText('parent_code', 40),
  agency: optionalText('Agency'),
  area_kind: optionalText('area_kind', 40),
  area_code: optionalText('area_code', 40),
  valid_from: civilDate('valid_from'),
  valid_to: optionalCivilDate('valid_to'),
})

interface NewUnit extends Hanging {
  readonly code: string
  readonly name: string
  readonly agency_id: number
  readonly area_id: number | null
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface UnitSurroundings {
  readonly units: readonly KnownUnit[]
  readonly areas: readonly KnownArea[]
  readonly agencies: ReadonlyMap<string, number>
  /** The force's own, for rows that name none. */
  readonly ownAgency: number
  readonly today: string
}

/** What the file of units comes to. The unit above may be in the same file, on any line. */
export function planUnits(table: CsvTable, around: UnitSurroundings): Plan<NewUnit, NewUnit> {
  const { rows, rejected } = readRows(table, unitRow)
  const plan = new PlanInTheMaking<NewUnit, NewUnit>(rejected)
  const repeated = repeats(rows, (row) => row.code)
  const before = new Map(around.units.map((unit) => [unit.code, unit]))
  const areas = new Map(around.areas.map((area) => [keyOfArea(area.kind, area.code), area.id]))
  // As it will be once this file is in; numbered afresh, since new units have no number yet.
  const after = new Map(before)
  for (const row of rows)
    after.set(row.code, {
      code: row.code,
      name: row.name,
      parent: row.parent_code,
      area_id: null,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
      agency_id: row.agency === null ? around.ownAgency : (around.agencies.get(row.agency) ?? 0),
    })
  const numbers = new Map([...after.keys()].map((code, index) => [code, index + 1]))
  for (const row of rows) {
    const { line, agency, area_kind: kind, area_code: code } = row
    const agencyId = agency === null ? around.ownAgency : around.agencies.get(agency)
    const areaKey = kind === null || code === null ? null : keyOfArea(kind, code)
    const areaId = areaKey === null ? null : areas.get(areaKey)
    const parent = row.parent_code === null ? null : after.get(row.parent_code)
    if (repeated.has(line)) plan.reject(line, 'code', `Line ${repeated.get(line)} has this code already`)
    else if (agencyId === undefined) plan.reject(line, 'agency', `There is no agency called ${agency}. Add it first`)
    else if ((kind === null) !== (code === null))
      plan.reject(line, 'area_code', 'Give area_kind and area_code, or neither')
    else if (kind !== null && !AREA_KIND_CODES.some((known) => known === kind))
      plan.reject(line, 'area_kind', `Not a kind of area. Use one of: ${AREA_KIND_CODES.join(', ')}`)
    else if (areaId === undefined) plan.reject(line, 'area_code', `There is no ${areaKey}`)
    else if (parent === undefined)
      plan.reject(line, 'parent_code', `There is no unit ${row.parent_code}, here or in this file`)
    else {
      const facts = { id: numbers.get(row.code) ?? 0, agency: agencyId, from: row.valid_from, to: row.valid_to }
      const above = parent === null ? null : parentFacts(parent, after, numbers)
      const finding = firstFinding(termInOrder(facts), unitParent(facts, above, around.today))
      const unit = {
        code: row.code,
        name: row.name,
        agency_id: agencyId,
        area_id: areaId,
        line,
        key: row.code,
        up: row.parent_code,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
      }
      const known = before.get(row.code)
      if (finding !== null) plan.reject(line, 'parent_code', finding)
      else if (known === undefined) plan.make(line, row.code, unit)
      else if (known.agency_id !== agencyId)
        plan.reject(line, 'agency', 'A unit does not move to another agency: end it, and add another')
      else if (same(known, unit)) plan.leave()
      else plan.change(line, row.code, unit)
    }
  }
  return withoutOrphans(plan.finish(), new Set(before.keys()), 'parent_code')
}

function parentFacts(parent: KnownUnit, units: ReadonlyMap<string, KnownUnit>, numbers: ReadonlyMap<string, number>) {
  return {
    id: numbers.get(parent.code) ?? 0,
    agency: parent.agency_id,
    name: parent.name,
    from: parent.valid_from,
    to: parent.valid_to,
    above: aboveOf(parent.code, units).map((code) => numbers.get(code) ?? 0),
  }
}

function same(known: KnownUnit, unit: NewUnit): boolean {
  return (
    known.name === unit.name &&
    known.parent === unit.up &&
    known.area_id === unit.area_id &&
    known.valid_from === unit.valid_from &&
    known.valid_to === unit.valid_to
  )
}

export async function writeUnits(client: pg.ClientBase, plan: Plan<NewUnit, NewUnit>): Promise<void> {
  const rows = JSON.stringify([...plan.make, ...plan.change])
  await client.query(
    `INSERT INTO unit (code, name, agency_id, area_id, valid_from, valid_to)
    SELECT code, name, agency_id, area_id, valid_from, valid_to FROM jsonb_to_recordset($1)
      AS r (code text, name text, agency_id bigint, area_id bigint, valid_from date, valid_to date)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, area_id = excluded.area_id,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, version = unit.version + 1`,
    [rows],
  )
  await client.query(
    `UPDATE unit SET parent_id = p.id FROM jsonb_to_recordset($1) AS r (code text, up text)
    LEFT JOIN unit p ON p.code = r.up WHERE unit.code = r.code`,
    [rows],
  )
}
