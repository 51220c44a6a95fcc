import { attributesOf, classNames, type Attributes, type Content, type Maybe, type Styled } from './options.ts'

export interface TabItem {
  readonly id?: string | undefined
  readonly label: string
  readonly attributes?: Attributes | undefined
  /** `text` is one paragraph; `children` any markup. */
  readonly panel: {
    readonly text?: string | undefined
    readonly children?: Content
    readonly attributes?: Attributes | undefined
  }
}

export interface TabsProps extends Styled {
  readonly id?: string | undefined
  /** For the panels' ids where an item has none. */
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items?: readonly Maybe<TabItem>[] | undefined
}

/** GOV.UK tabs; without script, sections with a list of contents. */
export function Tabs({ id, idPrefix, title, items, classes, attributes }: TabsProps) {
  const panelId = (item: TabItem, index: number) => item.id || `${idPrefix ?? ''}-${index + 1}`
  return (
    <div
      id={id || undefined}
      class={classNames('govuk-tabs', classes)}
      {...attributesOf(attributes)}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{title ?? 'Contents'}</h2>
      {items?.length ? (
        <>
          <ul class="govuk-tabs__list">
            {items.map(
              (item, index) =>
                item && (
                  <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
                    <a class="govuk-tabs__tab" href={`#${panelId(item, index)}`} {...attributesOf(item.attributes)}>
                      {item.label}
                    </a>
                  </li>
                ),
            )}
          </ul>
          {items.map(
            (item, index) =>
              item && (
                <div
                  class={classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
                  id={panelId(item, index)}
                  {...attributesOf(item.panel.attributes)}
                >
                  {item.panel.children || (item.panel.text && <p class="govuk-body">{item.panel.text}</p>)}
                </div>
              ),
          )}
        </>
      ) : null}
    </div>
  )
}
