import { attributesOf, classNames, type Attributes, type Content, type Styled } from '../govuk/options.ts'

export interface SubNavigationItem {
  readonly text?: Content
  readonly href: string
  readonly active?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface SubNavigationProps extends Styled {
  readonly label?: string | undefined
  readonly items: readonly SubNavigationItem[]
}

/** MoJ sub navigation: tabs that are pages of their own. */
export function SubNavigation({ label, items, classes, attributes }: SubNavigationProps) {
  return (
    <nav
      class={classNames('moj-sub-navigation', classes)}
      aria-label={label || 'Secondary navigation region'}
      {...attributesOf(attributes)}
    >
      <ul class="moj-sub-navigation__list">
        {items.map((item) => (
          <li class={classNames('moj-sub-navigation__item', item.classes)}>
            <a
              class="moj-sub-navigation__link"
              aria-current={item.active ? 'page' : undefined}
              href={item.href}
              {...attributesOf(item.attributes)}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
