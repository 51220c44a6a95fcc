import { findCivilMonth, type CivilMonth } from '#calculations/calendar/civil-month.ts'
import { AREA_KIND_NAMES, type AreaKind } from '#kernel/areas/kinds.ts'
import { findForce } from '#kernel/areas/reference/forces.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { rowsAs } from '#platform/edge.ts'
import { completeMonths } from '../rules/months.ts'
import { SOURCES, type Source } from '../rules/precision-words.ts'

/** What there is to be looked at. */
export interface Loaded {
  readonly force: string
  readonly publisher: string
  /** The source that is looked at, and all there are of the own force. */
  readonly source: Source
  readonly sources: readonly Source[]
  /** Complete months of the own force from that source, in order. */
  readonly months: readonly CivilMonth[]
  /** Other publishers' months from the same source. */
  readonly others: readonly { readonly publisher: string; readonly months: readonly CivilMonth[] }[]
  /** Kinds of areas there are, largest first, the force itself left out. */
  readonly kinds: readonly AreaKind[]
  readonly forcePopulations: readonly ForcePopulation[]
  /** When the latest file of the own force was imported: ISO text, or null where none was. */
  readonly importedAt: string | null
}

export interface ForcePopulation {
  readonly code: string
  readonly name: string
  readonly midYear: number
  readonly people: number
}

interface LoadedRow {
  readonly force: string
  readonly publisher: string
  readonly asOf: string | null
  readonly published: readonly {
    readonly publisher: string
    readonly source: Source
    readonly months: readonly string[]
  }[]
  readonly kinds: readonly AreaKind[]
  readonly populations: readonly ForcePopulation[]
  readonly importedAt: Date | null
}

/** One statement. `wanted` is the source to look at; else the first there is, in the order of `SOURCES`. */
export async function findLoaded(tx: Tx, wanted: Source | null): Promise<Loaded> {
  const row = rowsAs<LoadedRow>(await tx.client.query(SQL))[0]
  if (row === undefined) throw new Error('The installation has no row: it has not been set up.')
  const own = row.published.filter(({ publisher }) => publisher === row.publisher)
  const sources = SOURCES.filter((source) => own.some((published) => published.source === source))
  const source = wanted ?? sources[0] ?? SOURCES[0]
  const monthsOf = (publisher: string) =>
    completeMonths(
      row.published
        .filter((published) => published.publisher === publisher && published.source === source)
        .flatMap(({ months }) => months.map(findCivilMonth).filter((month) => month !== undefined)),
      tx.now,
      row.asOf,
    )
  const publishers = new Set(row.published.map(({ publisher }) => publisher))
  publishers.delete(row.publisher)
  return {
    force: row.force,
    publisher: row.publisher,
    source,
    sources,
    months: monthsOf(row.publisher),
    others: [...publishers].map((publisher) => ({ publisher, months: monthsOf(publisher) })),
    kinds: AREA_KIND_NAMES.filter((kind) => kind !== 'force' && row.kinds.includes(kind)),
    forcePopulations: row.populations,
    importedAt: row.importedAt?.toISOString() ?? null,
  }
}

/** The codes under which a publisher's own area may stand: that of the police force area, or its own name. */
export function forceCodes(publisher: string): readonly string[] {
  const code = findForce(publisher)?.areaCode ?? null
  return code === null ? [publisher] : [code, publisher]
}

/** The name of a publisher; those who do not exist are named where their population is. */
export function publisherName(publisher: string, populations: readonly ForcePopulation[]): string {
  return findForce(publisher)?.name ?? populations.find(({ code }) => code === publisher)?.name ?? publisher
}

/** The estimate of the year, else the nearest before it, else the first after it. Null where there is none. */
export function forcePopulation(
  publisher: string,
  populations: readonly ForcePopulation[],
  year: number,
): { readonly people: number; readonly midYear: number } | null {
  const codes = forceCodes(publisher)
  const rows = populations.filter(({ code }) => codes.includes(code)).toSorted((a, b) => a.midYear - b.midYear)
  const row = rows.findLast(({ midYear }) => midYear <= year) ?? rows[0]
  return row === undefined ? null : { people: row.people, midYear: row.midYear }
}

const SQL = `
  SELECT i.force_name AS force, i.publisher, i.as_of AS "asOf",
    (SELECT coalesce(json_agg(p), '[]') FROM (
      SELECT publisher, source, array_agg(DISTINCT to_char(month, 'YYYY-MM')) AS months
      FROM monthly_count WHERE area_id IS NULL GROUP BY publisher, source) p) AS published,
    (SELECT coalesce(json_agg(DISTINCT kind), '[]') FROM area WHERE valid_to IS NULL) AS kinds,
    (SELECT coalesce(json_agg(p), '[]') FROM (
      SELECT area_code AS code, area_name AS name, mid_year AS "midYear", people FROM population
      WHERE area_kind = 'force' AND age_band = 'all') p) AS populations,
    (SELECT max(imported_at) FROM street_import s WHERE s.publisher = i.publisher) AS "importedAt"
  FROM installation i`
