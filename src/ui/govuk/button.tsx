import { attributesOf, classNames, type Content, type Styled } from './options.ts'

export interface ButtonProps extends Styled {
  readonly children?: Content
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
}

/** GOV.UK button, or link as a button. */
export function Button(props: ButtonProps) {
  const common = {
    class: classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributesOf(props.attributes),
    id: props.id || undefined,
  }
  if (props.href) {
    return (
      <a href={props.href} role="button" draggable={false} {...common}>
        <ButtonContent {...props} />
      </a>
    )
  }
  return (
    <button
      type={props.type || 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled || undefined}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      <ButtonContent {...props} />
    </button>
  )
}

function ButtonContent({ children, isStartButton }: ButtonProps) {
  if (!isStartButton) return <>{children}</>
  return (
    <>
      {/* Start buttons are flex boxes: nodes need a wrapper, or the spaces between them are lost. */}
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
