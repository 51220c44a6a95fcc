import { attributesOf, classNames, type Attributes, type Content, type Maybe, type Styled } from './options.ts'

export interface PaginationLink {
  readonly href?: string | undefined
  readonly text?: Content
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PaginationItem {
  readonly number?: string | number | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PaginationProps extends Styled {
  readonly items?: readonly Maybe<PaginationItem>[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
}

/** GOV.UK pagination: numbered pages, or only previous and next. */
export function Pagination({ items, previous, next, landmarkLabel, classes, attributes }: PaginationProps) {
  const block = !items && Boolean(next ?? previous)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel || 'Pagination'}
      {...attributesOf(attributes)}
    >
      {previous?.href ? <ArrowLink link={previous} rel="prev" block={block} /> : null}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (item && Object.keys(item).length > 0 ? <PageItem {...item} /> : null))}
        </ul>
      )}
      {next?.href ? <ArrowLink link={next} rel="next" block={block} /> : null}
    </nav>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

interface ArrowLinkProps {
  readonly link: PaginationLink
  readonly rel: 'prev' | 'next'
  readonly block: boolean
}

function ArrowLink({ link, rel, block }: ArrowLinkProps) {
  const arrow = (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[rel]} />
    </svg>
  )
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href ?? ''} rel={rel} {...attributesOf(link.attributes)}>
        {block || rel === 'prev' ? arrow : null}
        <span class={classNames('govuk-pagination__link-title', decorated)}>
          {link.text || (
            <>
              {rel === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block ? (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        ) : null}
        {!block && rel === 'next' ? arrow : null}
      </a>
    </div>
  )
}

function PageItem(item: PaginationItem) {
  const current = item.current && 'govuk-pagination__item--current'
  const ellipsis = item.ellipsis && 'govuk-pagination__item--ellipsis'
  return (
    <li class={classNames('govuk-pagination__item', current, ellipsis)}>
      {item.ellipsis ? (
        '⋯'
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={item.href ?? ''}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={item.current ? 'page' : undefined}
          {...attributesOf(item.attributes)}
        >
          {item.number}
        </a>
      )}
    </li>
  )
}
