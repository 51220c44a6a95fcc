import type { PageContext } from '#platform/http/routes.ts'
import { DateField } from '#ui/forms/date-field.tsx'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'

interface EndFormProps {
  readonly context: PageContext
  readonly what: string
  readonly cancel: string
  readonly version: number
  readonly ends: string | null
  /** A last day must be given: it cannot go on after all. */
  readonly needed?: boolean
  /** What follows from it. */
  readonly consequence: string
}

/** The form by which something is ended, or goes on after all. */
export function EndForm({ context, what, cancel, version, ends, needed, consequence }: EndFormProps) {
  return (
    <>
      <BothVersions context={context} fields={[{ label: 'Last day', name: 'ends', theirs: ends ?? '' }]} />
      <ActForm context={context} submit="Save last day" cancel={cancel} version={version} stored={{ ends }} warning>
        <p class="govuk-body">{consequence}</p>
        <DateField
          name="ends"
          label={`Last day of ${what}`}
          hint={
            needed === true
              ? 'For example, 31 3 2027'
              : 'For example, 31 3 2027. Leave it empty if it goes on after all.'
          }
          optional={needed !== true}
        />
      </ActForm>
    </>
  )
}
