import { attributesOf, classNames, type Attributes, type Content, type Styled } from './options.ts'

export interface BreadcrumbItem {
  readonly text?: Content
  /** Left out for the page itself. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface BreadcrumbsProps extends Styled {
  readonly items?: readonly BreadcrumbItem[] | undefined
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

/** GOV.UK breadcrumbs: where this page lies. */
export function Breadcrumbs({ items, collapseOnMobile, labelText, classes, attributes }: BreadcrumbsProps) {
  const collapse = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return (
    <nav
      class={classNames('govuk-breadcrumbs', classes, collapse)}
      aria-label={labelText ?? 'Breadcrumb'}
      {...attributesOf(attributes)}
    >
      <ol class="govuk-breadcrumbs__list">
        {items?.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...attributesOf(item.attributes)}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
