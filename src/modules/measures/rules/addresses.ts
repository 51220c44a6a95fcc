export const MEASURES = '/effectiveness/measures'

type Query = Readonly<Record<string, string | number | null | undefined>>

export function measureHref(code: string, query: Query = {}): string {
  return withQuery(`${MEASURES}/${code}`, query)
}

export function exportHref(code: string, format: 'csv' | 'xlsx'): string {
  return withQuery(`${MEASURES}/${code}/export`, { format })
}

function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}
