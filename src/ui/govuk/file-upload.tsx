import { ControlGroup } from './control-group.tsx'
import {
  attributesOf,
  classNames,
  controlDescription,
  controlId,
  type Attributes,
  type ControlOptions,
} from './options.ts'

export interface FileUploadProps extends ControlOptions {
  readonly multiple?: boolean | undefined
  /** Turns on the drop zone of GOV.UK Frontend's script. */
  readonly javascript?: boolean | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly noFileChosenText?: string | undefined
  readonly multipleFilesChosenText?: Readonly<Record<string, string>> | undefined
  readonly dropInstructionText?: string | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
}

/** GOV.UK file upload. */
export function FileUpload(props: FileUploadProps) {
  const error = props.errorMessage && 'govuk-file-upload--error'
  const input = (
    <input
      class={classNames('govuk-file-upload', props.classes, error)}
      id={controlId(props)}
      name={props.name}
      type="file"
      disabled={props.disabled || undefined}
      multiple={props.multiple || undefined}
      aria-describedby={controlDescription(props)}
      {...attributesOf(props.attributes)}
    />
  )
  return (
    <ControlGroup control={props}>
      {props.formGroup?.beforeInput?.text}
      {props.javascript ? (
        <div
          class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...dropZoneWords(props)}
          {...attributesOf(props.wrapperAttributes)}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {props.formGroup?.afterInput?.text}
    </ControlGroup>
  )
}

function dropZoneWords(props: FileUploadProps): Record<string, string> {
  const single = {
    'choose-files-button': props.chooseFilesButtonText,
    'no-file-chosen': props.noFileChosenText,
    'drop-instruction': props.dropInstructionText,
    'entered-drop-zone': props.enteredDropZoneText,
    'left-drop-zone': props.leftDropZoneText,
  }
  const words: Record<string, string> = {}
  for (const [key, text] of Object.entries(single)) if (text) words[`data-i18n.${key}`] = text
  for (const [rule, text] of Object.entries(props.multipleFilesChosenText ?? {})) {
    words[`data-i18n.multiple-files-chosen.${rule}`] = text
  }
  return words
}
