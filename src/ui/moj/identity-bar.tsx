import { attributesOf, classNames, type Styled, type Words } from '../govuk/options.ts'
import { ButtonMenu, type ButtonMenuProps } from './button-menu.tsx'

export interface IdentityBarProps extends Styled {
  readonly title?: Words | undefined
  readonly menus?: readonly ButtonMenuProps[] | undefined
}

/** MoJ identity bar: whose record this is, and what can be done with it. */
export function IdentityBar({ title, menus, classes, attributes }: IdentityBarProps) {
  return (
    <div class={classNames('moj-identity-bar', classes)} {...attributesOf(attributes)}>
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          {title && <span class="moj-identity-bar__title">{title.text}</span>}
        </div>{' '}
        {menus && (
          <div class="moj-identity-bar__actions">
            {menus.map((menu) => (
              <div class="moj-identity-bar__menu">
                <ButtonMenu {...menu} />
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
