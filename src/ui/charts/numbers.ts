const formats = new Map<number, Intl.NumberFormat>()

/** A number with thousands parted and a fixed count of decimals, `−` for minus: 1,234.5. */
export function formatNumber(value: number, decimals = 0): string {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format.format(value).replace('-', '−')
}

/** From one number to another in words: `4.7 to 6.9`. */
export function formatRange(low: number, high: number, decimals = 0): string {
  return `${formatNumber(low, decimals)} to ${formatNumber(high, decimals)}`
}

/** A place on the drawing, to a tenth of a pixel: more only makes the page longer. */
export function place(value: number): number {
  return Math.round(value * 10) / 10
}

/** How many decimals an axis needs so that no two of its numbers look alike: 0 for 4, 6, 8; 1 for 5.5, 6, 6.5. */
export function decimalsFor(ticks: readonly number[]): number {
  return ticks.reduce((most, tick) => Math.max(most, (String(Number(tick.toFixed(6))).split('.')[1] ?? '').length), 0)
}
