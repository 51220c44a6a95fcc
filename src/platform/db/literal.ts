import pg from 'pg'

export type LiteralValue = string | number | boolean | null | readonly string[] | readonly number[] | Date

/**
 * The one escaper: an SQL literal for a value that must travel inside a statement text rather than as a parameter
 * (`SET LOCAL`, and the statements that are sent together with BEGIN or COMMIT in one message).
 * Refuses what PostgreSQL cannot hold: NUL or half a surrogate pair in text, numbers that are not finite.
 */
export function literal(value: LiteralValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return numberLiteral(value)
  if (typeof value === 'string') return textLiteral(value)
  if (value instanceof Date) return textLiteral(value.toISOString())
  return textLiteral(arrayText(value))
}

/** The text form of a PostgreSQL array: `{"a","b"}`. */
export function arrayText(values: readonly string[] | readonly number[]): string {
  const items = values.map((value) =>
    typeof value === 'number' ? numberLiteral(value) : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  )
  return `{${items.join(',')}}`
}

function textLiteral(value: string): string {
  if (value.includes('\0')) throw new TypeError('Text with a NUL character cannot be stored.')
  // The wire would carry it as U+FFFD: not what was asked for.
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('Text with half of a surrogate pair cannot be stored.')
  return pg.escapeLiteral(value)
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Not a finite number: ${value}`)
  return String(value)
}
