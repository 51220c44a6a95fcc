import type { ComponentChildren } from 'preact'

/**
 * Shapes that the published macro options of GOV.UK Frontend share. Names are theirs; `text` takes words or nodes and so
 * stands for both `text` and `html`, and a component's own `text`/`html` is its children.
 */
export type Content = ComponentChildren

/** Extra HTML attributes. As in the macros, null and undefined give an empty attribute and booleans are written out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** An entry of a list that may be left out in place, as the macros allow. */
export type Maybe<T> = T | null | undefined | false | ''

export interface Styled {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface Words extends Styled {
  readonly text?: Content
}

export interface LabelOptions extends Words {
  readonly isPageHeading?: boolean | undefined
}

export interface ErrorMessageOptions extends Words {
  /** Said before the message to screen readers; "Error" unless told, none when false or empty. */
  readonly visuallyHiddenText?: string | false | undefined
}

export interface FieldsetOptions extends Styled {
  readonly describedBy?: string | undefined
  readonly legend?: LabelOptions | undefined
}

/** The wrapper of one control; before and after stand directly beside the control. */
export interface ControlGroupOptions extends Styled {
  readonly beforeInput?: Words | undefined
  readonly afterInput?: Words | undefined
}

/** The wrapper of several controls. */
export interface ControlsGroupOptions extends Styled {
  readonly beforeInputs?: Words | undefined
  readonly afterInputs?: Words | undefined
}

/** What every single control (input, select, textarea, file) takes. */
export interface ControlOptions extends Styled {
  /** The name if left out. */
  readonly id?: string | undefined
  readonly name: string
  readonly label?: LabelOptions | undefined
  readonly hint?: Words | undefined
  readonly errorMessage?: Maybe<ErrorMessageOptions>
  readonly formGroup?: ControlGroupOptions | undefined
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
}

/** The class attribute from its parts, leaving out what is empty. */
export function classNames(...parts: readonly (string | false | null | undefined)[]): string {
  let all = ''
  for (const part of parts) if (part) all += all === '' ? part : ` ${part}`
  return all
}

/** A list of ids for `aria-describedby`, or nothing at all if there are none. */
export function idList(...ids: readonly (string | false | null | undefined)[]): string | undefined {
  return classNames(...ids) || undefined
}

const NONE = {}

/** Attributes as the macros write them: each as a string, so that `false` is "false" and null is empty. */
export function attributesOf(attributes: Attributes | undefined): Record<string, string> {
  if (!attributes) return NONE
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value ?? '')]))
}

/** The id of a control: its own, or its name. */
export function controlId(options: { readonly id?: string | undefined; readonly name: string }): string {
  return options.id || options.name
}

/** What a single control is described by: what it was told, its hint, its error, in that order. */
export function controlDescription(options: ControlOptions): string | undefined {
  const id = controlId(options)
  return idList(options.describedBy, options.hint && `${id}-hint`, options.errorMessage && `${id}-error`)
}
