/** An address with a query string of what is set. */
export function address(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const set = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === '' ? [] : [[name, value]],
  )
  const text = new URLSearchParams(set).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The query string of a page's own address, by name. */
export function queryOf(url: string): Partial<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''))
}
