import { type CivilMonth, monthsFrom } from '#calculations/calendar/civil-month.ts'

/**
 * The months on end up to the latest, and those before the last gap, both in order. A missing month breaks the
 * series: nobody knows what lay in it, so no moving range crosses it. Throws RangeError when a month comes twice.
 */
export function latestRun<M extends { readonly month: CivilMonth }>(months: readonly M[]): { run: M[]; earlier: M[] } {
  const sorted = [...months].sort((a, b) => (a.month < b.month ? -1 : 1))
  let start = sorted.length === 0 ? 0 : sorted.length - 1
  for (let i = sorted.length - 1; i > 0; i--) {
    const here = sorted[i]
    const before = sorted[i - 1]
    if (!here || !before) break
    const step = monthsFrom(before.month, here.month)
    if (step === 0) throw new RangeError(`The month ${here.month} is given twice`)
    if (step > 1) break
    start = i - 1
  }
  return { run: sorted.slice(start), earlier: sorted.slice(0, start) }
}
