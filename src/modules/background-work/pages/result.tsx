import { count } from '#ui/words/numbers.ts'

/** What a run gave back: counts and codes, as the job named them. */
export function Result({ result }: { readonly result: Readonly<Record<string, unknown>> }) {
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
  if (value === null) return <>not known</>
  if (typeof value === 'number') return <>{Number.isInteger(value) ? count(value) : value}</>
  if (Array.isArray(value)) return <>{value.map(textOf).join('; ')}</>
  if (typeof value === 'object')
    return (
      <>
        {Object.entries(value)
          .map(([name, inner]) => `${words(name)} ${textOf(inner)}`)
          .join(', ')}
      </>
    )
  return <>{textOf(value)}</>
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isInteger(value) ? count(value) : JSON.stringify(value)
}

/** "alreadyPresent" as "already present". A code, in capitals, stays as it is. */
function words(name: string): string {
  return /^[A-Z]/.test(name) ? name : name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
