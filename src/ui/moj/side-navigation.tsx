import { attributesOf, classNames, type Attributes, type Content, type Styled, type Words } from '../govuk/options.ts'

export interface SideNavigationItem {
  readonly text?: Content
  readonly href: string
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SideNavigationSection {
  readonly heading: Words & { readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined }
  readonly items: readonly SideNavigationItem[]
}

export interface SideNavigationProps extends Styled {
  readonly label?: string | undefined
  readonly items?: readonly SideNavigationItem[] | undefined
  /** Groups with headings, in place of `items`. */
  readonly sections?: readonly SideNavigationSection[] | undefined
}

/** MoJ side navigation: the pages of one record or one section. */
export function SideNavigation({ label, items, sections, classes, attributes }: SideNavigationProps) {
  return (
    <nav
      class={classNames('moj-side-navigation', classes)}
      aria-label={label || undefined}
      {...attributesOf(attributes)}
    >
      {sections ? (
        sections.map(({ heading, items: sectionItems }) => {
          const Heading = `h${heading.headingLevel ?? 4}` as const
          return (
            <>
              <Heading
                class={classNames('moj-side-navigation__title', heading.classes)}
                {...attributesOf(heading.attributes)}
              >
                {heading.text}
              </Heading>
              <List items={sectionItems} />
            </>
          )
        })
      ) : (
        <List items={items ?? []} />
      )}
    </nav>
  )
}

function List({ items }: { readonly items: readonly SideNavigationItem[] }) {
  return (
    <ul class="moj-side-navigation__list">
      {items.map((item) => (
        <li
          class={classNames('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}
          {...attributesOf(item.attributes)}
        >
          <a href={item.href} aria-current={item.active ? 'location' : undefined}>
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  )
}
