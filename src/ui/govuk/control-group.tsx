import { ErrorMessage } from './error-message.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import {
  attributesOf,
  classNames,
  controlId,
  idList,
  type Content,
  type ControlOptions,
  type ControlsGroupOptions,
  type ErrorMessageOptions,
  type FieldsetOptions,
  type Maybe,
  type Styled,
  type Words,
} from './options.ts'

interface FormGroupProps {
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: Styled | undefined
  readonly children?: Content
}

/** The box around a control or several, with the error bar when there is an error. */
function FormGroup({ errorMessage, formGroup, children }: FormGroupProps) {
  const error = errorMessage && 'govuk-form-group--error'
  return (
    <div class={classNames('govuk-form-group', error, formGroup?.classes)} {...attributesOf(formGroup?.attributes)}>
      {children}
    </div>
  )
}

interface NotesProps {
  readonly id: string
  readonly hint?: Words | undefined
  readonly errorMessage?: Maybe<ErrorMessageOptions>
}

function HintAndError({ id, hint, errorMessage }: NotesProps) {
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} classes={hint.classes} attributes={hint.attributes}>
          {hint.text}
        </Hint>
      )}
      {errorMessage && (
        <ErrorMessage
          id={`${id}-error`}
          classes={errorMessage.classes}
          attributes={errorMessage.attributes}
          visuallyHiddenText={errorMessage.visuallyHiddenText}
        >
          {errorMessage.text}
        </ErrorMessage>
      )}
    </>
  )
}

interface ControlGroupProps {
  readonly control: ControlOptions
  readonly children?: Content
}

/** Label, hint, error and then the control itself: the frame of every single control. */
export function ControlGroup({ control, children }: ControlGroupProps) {
  const id = controlId(control)
  const { label } = control
  return (
    <FormGroup errorMessage={control.errorMessage} formGroup={control.formGroup}>
      {label && (
        <Label for={id} classes={label.classes} attributes={label.attributes} isPageHeading={label.isPageHeading}>
          {label.text}
        </Label>
      )}
      <HintAndError id={id} hint={control.hint} errorMessage={control.errorMessage} />
      {children}
    </FormGroup>
  )
}

interface ControlsGroupProps extends NotesProps {
  readonly describedBy?: string | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly role?: string | undefined
  readonly formGroup?: ControlsGroupOptions | undefined
  readonly children?: Content
}

/** Legend, hint, error and then several controls: the frame of radios, checkboxes and dates. */
export function ControlsGroup({ fieldset, role, children, ...notes }: ControlsGroupProps) {
  const inner = (
    <>
      <HintAndError id={notes.id} hint={notes.hint} errorMessage={notes.errorMessage} />
      {children}
    </>
  )
  return (
    <FormGroup errorMessage={notes.errorMessage} formGroup={notes.formGroup}>
      {fieldset ? (
        <Fieldset {...fieldset} role={role} describedBy={controlsDescription({ ...notes, fieldset })}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

/** What a group of controls is described by: what it was told, its hint, its error, in that order. */
export function controlsDescription(options: Omit<ControlsGroupProps, 'children'>): string | undefined {
  return idList(
    options.fieldset?.describedBy || options.describedBy,
    options.hint && `${options.id}-hint`,
    options.errorMessage && `${options.id}-error`,
  )
}
