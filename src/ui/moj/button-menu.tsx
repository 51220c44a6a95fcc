import { Button, type ButtonProps } from '../govuk/button.tsx'
import { attributesOf, classNames, type Styled } from '../govuk/options.ts'

export interface ButtonMenuProps extends Styled {
  /** The button that opens the menu, once there is script. */
  readonly button?: { readonly text?: string | undefined; readonly classes?: string | undefined } | undefined
  readonly alignMenu?: 'left' | 'right' | undefined
  readonly items: readonly ButtonProps[]
}

/** MoJ button menu: a row of buttons that becomes one menu when there is script. */
export function ButtonMenu({ button, alignMenu, items, classes, attributes }: ButtonMenuProps) {
  return (
    <div
      class={classNames('moj-button-menu', classes)}
      data-module="moj-button-menu"
      {...attributesOf(attributes)}
      data-button-text={button?.text}
      data-button-classes={button?.classes}
      data-align-menu={alignMenu}
    >
      {items.map((item) => (
        <Button {...item} classes={classNames('moj-button-menu__item govuk-button--secondary', item.classes)} />
      ))}
    </div>
  )
}
