import { classNames } from '../govuk/options.ts'
import { Pagination as GovukPagination, type PaginationProps as GovukPaginationProps } from '../govuk/pagination.tsx'

export interface PaginationResults {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly count?: number | undefined
  readonly pages?: { readonly current: number; readonly count: number } | undefined
  /** The word for what is listed; "results" if left out. */
  readonly text?: string | undefined
}

export interface PaginationProps extends GovukPaginationProps {
  readonly results?: PaginationResults | undefined
  /** Stands in the place of the words that MoJ's own template makes of `results`. */
  readonly words?: string | undefined
}

/** MoJ pagination: GOV.UK's with how many there are, and no page list when all is on one page. */
export function Pagination({ results, words, ...pagination }: PaginationProps) {
  const pages = pagination.items?.length ?? 0
  const sentence = words ?? (results && resultsSentence(results, pages > 0))
  return (
    <div class="moj-pagination">
      {pages > 1 && (
        <GovukPagination {...pagination} classes={classNames('moj-pagination__pagination', pagination.classes)} />
      )}
      {sentence && <p class="moj-pagination__results">{sentence}</p>}
    </div>
  )
}

function resultsSentence(results: PaginationResults, paged: boolean): string | undefined {
  const word = results.text ?? 'results'
  const { from, to, count, pages } = results
  if (paged && pages) return `Page ${pages.current} of ${pages.count}`
  if (paged && from && to) {
    return count ? `Showing ${from} to ${to} of ${count} total ${word}` : `Showing ${word} ${from} to ${to}`
  }
  return count ? `${count} total ${word}` : undefined
}
