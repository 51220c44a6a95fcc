/** An address with its query, leaving out what is empty: filters and pages of a list. */
export function address(path: string, query: Readonly<Record<string, string | number | boolean | null>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== '' && value !== false) parameters.set(name, value === true ? 'yes' : String(value))
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
