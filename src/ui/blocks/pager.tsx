import { count } from '../words/numbers.ts'
import { Pagination } from '../moj/pagination.tsx'

export interface PagerProps {
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** The address of a page, filters kept. */
  readonly href: (page: number) => string
  /** What is listed: "units". */
  readonly what: string
}

/** Pages of a list and how many rows there are; where all is on one page, only that it is all. */
export function Pager({ page, pageSize, total, href, what }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const at = Math.min(Math.max(1, page), pages)
  if (pages === 1) return total > 1 ? <Pagination words={`All ${count(total)} ${what}`} /> : null
  return (
    <Pagination
      items={pageNumbers(at, pages).map((number) =>
        number === undefined ? { ellipsis: true } : { number, href: href(number), current: number === at },
      )}
      previous={at > 1 ? { href: href(at - 1) } : undefined}
      next={at < pages ? { href: href(at + 1) } : undefined}
      words={`${count((at - 1) * pageSize + 1)} to ${count(Math.min(at * pageSize, total))} of ${count(total)} ${what}`}
    />
  )
}

/** First, last, and the neighbours of the page one is on; undefined stands for those left out (two at least). */
export function pageNumbers(page: number, pages: number): readonly (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const sorted = [...new Set(wanted)].toSorted((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const gap = number - (sorted[index - 1] ?? 0)
    if (gap <= 1) return [number]
    return gap === 2 ? [number - 1, number] : [undefined, number]
  })
}
