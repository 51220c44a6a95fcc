/** What an address of this module carries; what is null or left out is not in it. */
export type Query = Readonly<Record<string, string | number | null | undefined>>

export const LEVELS = '/prevent/levels'
export const IMPORTS = `${LEVELS}/imports`

export function levelsHref(query: Query = {}): string {
  return withQuery(LEVELS, query)
}

export function areaHref(area: number, query: Query = {}): string {
  return withQuery(`${LEVELS}/areas/${area}`, query)
}

export function incidentsHref(query: Query): string {
  return withQuery(`${LEVELS}/incidents`, query)
}

export function occurrenceHref(id: number): string {
  return `/prevent/occurrences/${id}`
}

/** Files: of levels, or of the incidents behind a number. */
export function exportHref(of: 'levels' | 'incidents', format: 'csv' | 'xlsx', query: Query): string {
  return withQuery(of === 'levels' ? `${LEVELS}/export` : `${LEVELS}/incidents/export`, { ...query, format })
}

/** The features of a map, for the script that makes it move. */
export function shapesHref(query: Query): string {
  return withQuery('/api/levels/shapes', query)
}

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}
