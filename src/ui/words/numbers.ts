/**
 * Numbers in the words of the screens: "1,234", "88.4%", "−19 to 22". Pure. All throw RangeError on what is not a finite
 * number: a figure that could not be worked out is said in words (`orNoEvidence`), never shown as one.
 */

const formats = new Map<number, Intl.NumberFormat>()

function formatted(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to show: ${value}`)
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
  formats.set(decimals, format)
  const text = format.format(value)
  // A rounded-away minus ("-0.0") would tell of a fall that is not there.
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '')
}

/** A whole count: "1,234". */
export function count(value: number): string {
  return formatted(value, 0)
}

/** A number with so many decimals (one if left out): "3.4". */
export function decimal(value: number, decimals = 1): string {
  return formatted(value, decimals)
}

/** A share from 0 to 1 as per cent: 0.884 is "88%", with one decimal "88.4%". */
export function percent(share: number, decimals = 0): string {
  return `${formatted(share * 100, decimals)}%`
}

/** A change with its sign: "+12", "−19", "0". */
export function signed(value: number, decimals = 0): string {
  const text = formatted(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** "12 to 51". */
export function interval(low: number, high: number, decimals = 0): string {
  return `${formatted(low, decimals)} to ${formatted(high, decimals)}`
}

/** A count with its word: "1 row", "2,400 rows"; the plural if it is not the word with an s. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** Bytes as people say them: "640 bytes", "12 kB", "3.4 MB" (thousands, not 1,024s). */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return plural(bytes, 'byte')
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size < 10 ? decimal(size) : count(size)} ${unit}`
}

/** The number in its form, or the sentence that stands where a number would lie. */
export function orNoEvidence(value: number | null | undefined, form: (value: number) => string): string {
  return value === null || value === undefined ? 'no evidence yet' : form(value)
}
