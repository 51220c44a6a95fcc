import type { MeasureValue } from '#kernel/measures/define.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { POLICING } from '#kernel/areas/policing.ts'
import type { RuleTally } from '../queries/count-duties.ts'
import { owedOf, sumOf } from '../rules/vco02-tally.ts'
import { partedUnits } from '../rules/vco05-parted-units.ts'

/** The figures of a measure by month: of the whole force, of each policing area, of each unit (VCO-05). */
export async function valuesOf(tx: Tx, tallies: readonly RuleTally[]): Promise<readonly MeasureValue[]> {
  const [policing, parents] = [await policingAreas(tx), await parentUnits(tx)]
  const parted = partedUnits(
    tallies.flatMap(({ unit }) => unit ?? []),
    (unit) => parents.get(unit) ?? null,
  )
  const groups = new Map<
    string,
    { readonly at: Pick<MeasureValue, 'month' | 'area' | 'unit'>; readonly of: RuleTally[] }
  >()
  const put = (at: Pick<MeasureValue, 'month' | 'area' | 'unit'>, tally: RuleTally): void => {
    const key = `${at.month} ${at.area ?? ''} ${at.unit ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { at, of: [tally] })
    else group.of.push(tally)
  }
  for (const tally of tallies) {
    const { month, unit } = tally
    const area = tally.area === null ? undefined : policing.get(tally.area)
    put({ month, area: null, unit: null }, tally)
    if (area !== undefined) put({ month, area, unit: null }, tally)
    if (unit !== null && parted.has(unit)) put({ month, area: null, unit }, tally)
  }
  return [...groups.values()].map(({ at, of }) => {
    const sum = sumOf(of)
    return { ...at, numerator: sum.inTime, denominator: owedOf(sum), unknown: sum.unknown }
  })
}

async function policingAreas(tx: Tx): Promise<ReadonlyMap<number, number>> {
  const rows = rowsAs<{ id: number; policing: number }>(
    await tx.client.query(`WITH ${POLICING} SELECT id, policing FROM policing`),
  )
  return new Map(rows.map(({ id, policing }) => [id, policing]))
}

async function parentUnits(tx: Tx): Promise<ReadonlyMap<number, number | null>> {
  const rows = rowsAs<{ id: number; parent: number | null }>(
    await tx.client.query('SELECT id, parent_id AS parent FROM unit'),
  )
  return new Map(rows.map(({ id, parent }) => [id, parent]))
}
