import { FileUpload } from '../govuk/file-upload.tsx'
import { hintOption, labelText, type FieldProps } from './field-props.ts'
import { errorOption, fieldId, useForm } from './fields.ts'

export interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean | undefined
  /** What the file chooser offers: ".csv,text/csv". The server checks for itself. */
  readonly accept?: string | undefined
}

/** A file, or several. The form must be `multipart`. */
export function FileField(props: FileFieldProps) {
  const { errors } = useForm()
  return (
    <FileUpload
      id={fieldId(props.name)}
      name={props.name}
      label={{ text: labelText(props) }}
      hint={hintOption(props.hint)}
      errorMessage={errorOption(errors, props.name)}
      multiple={props.multiple}
      disabled={props.disabled}
      attributes={props.accept ? { accept: props.accept } : undefined}
    />
  )
}
