import { count } from '#ui/words/numbers.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a run gave back: counts, codes and what was refused, as the job named them, however deep. */
export function Result({ result }: { readonly result: Fields }) {
  const entries = Object.entries(result)
  if (entries.length === 0) return <>nothing to tell</>
  return (
    <ul class="govuk-list">
      {entries.map(([name, value]) => (
        <li>
          {words(name)}: <Value value={value} />
        </li>
      ))}
    </ul>
  )
}

function Value({ value }: { readonly value: unknown }) {
  if (Array.isArray(value)) return <Several values={value} />
  return isFields(value) ? <Result result={value} /> : <>{textOf(value)}</>
}

function Several({ values }: { readonly values: readonly unknown[] }) {
  if (values.length === 0) return <>none</>
  if (!values.some(isFields)) return <>{values.map(textOf).join('; ')}</>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {values.map((value) => (
        <li>{isFields(value) && isShort(value) ? sentence(value) : <Value value={value} />}</li>
      ))}
    </ul>
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Nothing deeper within, and little of it: a line of a refused file, say. */
function isShort(fields: Fields): boolean {
  const values = Object.values(fields)
  return values.length <= 6 && values.every((value) => typeof value !== 'object' || value === null)
}

/** "file street.csv, line 3, column 2, column name Month, reason …" */
function sentence(fields: Fields): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${words(name)} ${textOf(value)}`)
    .join(', ')
}

function textOf(value: unknown): string {
  if (value === null) return 'not known'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' && Number.isInteger(value) ? count(value) : JSON.stringify(value)
}

/** "alreadyPresent" as "already present". A code, in capitals, stays as it is. */
function words(name: string): string {
  return /^[A-Z]/.test(name) ? name : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
