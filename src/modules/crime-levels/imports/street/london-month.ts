const FORMAT = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit' })

/** The month that it is in London at that moment: `2018-06`. */
export function londonMonth(now: Date): string {
  const parts = FORMAT.formatToParts(now)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}`
}
