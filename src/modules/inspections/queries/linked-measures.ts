import type { Measures } from '#kernel/measures/registry.ts'
import type { Series } from '#kernel/measures/figure.ts'
import { readForceSeries } from '#kernel/measures/read.ts'
import { holdOf } from '#kernel/measures/rules/mea05-holds.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { measureStateOf, type Direction } from '../rules/fnd07-linked-measure.ts'
import type { FindingSummary } from './finding-model.ts'

type Linked = FindingSummary['measures'][number]

interface Link {
  readonly finding: string
  readonly code: string
  readonly target: number
  readonly direction: Direction
  readonly holdMonths: number
}

/** For each finding: the measures linked to it now, and how each stands to its target. Two statements. */
export async function linkedMeasuresOf(
  tx: Tx,
  measures: Measures,
  findings: readonly string[],
): Promise<ReadonlyMap<string, readonly Linked[]>> {
  const links = rowsAs<Link>(
    await tx.client.query(
      `SELECT finding_id AS finding, measure AS code, target, direction, hold_months AS "holdMonths" FROM finding_measure
      WHERE finding_id = ANY ($1) AND unlinked_at IS NULL ORDER BY linked_at, measure`,
      [findings],
    ),
  )
  const codes = new Set(links.map(({ code }) => code))
  const defined = [...codes].flatMap((code) => measures.find(code) ?? [])
  const series = defined.length === 0 ? new Map<string, Series>() : await readForceSeries(tx, defined)
  const linked = new Map<string, Linked[]>()
  // Many findings have the same measure with the same target: it is reckoned once.
  const known = new Map<string, Linked>()
  for (const { finding, ...link } of links) {
    const key = JSON.stringify(link)
    const standing = known.get(key) ?? standingOf(link, series.get(link.code))
    known.set(key, standing)
    linked.set(finding, [...(linked.get(finding) ?? []), standing])
  }
  return linked
}

/** How a linked measure stands (MEA05); one that no module defines any more cannot be computed. */
function standingOf(link: Omit<Link, 'finding'>, series: Series | undefined): Linked {
  if (series === undefined)
    return { ...link, name: link.code, state: 'not-measurable', words: 'This measure is not defined here.' }
  const { measure, figures, freshness } = series
  const target = { value: link.target, direction: link.direction, months: link.holdMonths }
  const hold = holdOf({ unit: measure.unit, figures, late: freshness.late }, target)
  const values = figures.map(({ value }) => value)
  return { ...link, name: measure.name, state: measureStateOf(values, hold.state), words: hold.words }
}
