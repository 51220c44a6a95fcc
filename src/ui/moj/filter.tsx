import { Button } from '../govuk/button.tsx'
import { attributesOf, type Attributes, type Content, type Words } from '../govuk/options.ts'

export interface SelectedCategory {
  readonly heading: Words
  readonly items: readonly { readonly href: string; readonly text: string }[]
}

export interface FilterProps {
  readonly heading: Words
  readonly selectedFilters?:
    | {
        readonly heading: Words
        readonly clearLink: { readonly href: string; readonly text: string }
        readonly categories: readonly SelectedCategory[]
      }
    | undefined
  readonly submit?: { readonly text?: string | undefined; readonly attributes?: Attributes | undefined } | undefined
  /** The fields to choose by. */
  readonly children?: Content
  readonly attributes?: Attributes | undefined
}

/** MoJ filter: the tall panel beside a list. For the one-line filter of a dense page use `FilterBar` in `blocks/`. */
export function Filter({ heading, selectedFilters, submit, children, attributes }: FilterProps) {
  return (
    <div class="moj-filter" data-module="moj-filter" {...attributesOf(attributes)}>
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{heading.text}</h2>
        </div>{' '}
        <div class="moj-filter__header-action" />
      </div>
      <div class="moj-filter__content">
        {selectedFilters && (
          <div class="moj-filter__selected">
            <div class="moj-filter__selected-heading">
              <div class="moj-filter__heading-title">
                <h2 class="govuk-heading-m">{selectedFilters.heading.text}</h2>
              </div>{' '}
              <div class="moj-filter__heading-action">
                <p>
                  <a class="govuk-link govuk-link--no-visited-state" href={selectedFilters.clearLink.href}>
                    {selectedFilters.clearLink.text}
                  </a>
                </p>
              </div>
            </div>
            {selectedFilters.categories.map((category) => (
              <>
                <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{category.heading.text}</h3>
                <ul class="moj-filter-tags">
                  {category.items.map((item) => (
                    <li>
                      <a class="moj-filter__tag" href={item.href}>
                        <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            ))}
          </div>
        )}
        <div class="moj-filter__options">
          <Button attributes={submit?.attributes}>{submit?.text || 'Apply filters'}</Button>
          {children}
        </div>
      </div>
    </div>
  )
}
