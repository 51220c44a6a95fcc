import type { z } from 'zod'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { TextField } from '#ui/forms/text-field.tsx'
import { openRecordsSystem } from '../commands/name-records-system.ts'
import { RECORDS_SYSTEM } from '../rules/addresses.ts'

type Model = z.output<typeof openRecordsSystem.output>

/** Where the force's own records system opens what it has. */
export const recordsSystemPage = page({ path: RECORDS_SYSTEM, query: openRecordsSystem, view: recordsSystemView })

function recordsSystemView({ system }: Model, context: PageContext): View {
  return {
    section: 'administration',
    title: 'Where is the records system?',
    lead: 'Pages of crimes and people that came from it lead back to it, by their numbers there',
    notice: doneNotice(context, { named: 'The addresses were saved' }),
    body: (
      <>
        <BothVersions context={context} fields={[]} />
        <ActForm
          context={context}
          submit="Save"
          cancel="/administration"
          version={system?.version ?? 0}
          stored={{ name: system?.name, occurrenceUrl: system?.occurrenceUrl, personUrl: system?.personUrl }}
        >
          <TextField name="name" label="What it is called" width={20} />
          <TextField
            name="occurrenceUrl"
            label="Address of an occurrence"
            hint="With {number} where the number goes: https://records.force.example/occurrence/{number}"
            optional
          />
          <TextField name="personUrl" label="Address of a person" hint="In the same way" optional />
        </ActForm>
        <p>
          The other way, a link to <span class="fp-mono">/occurrences/by-number/</span> and the number opens the crime
          here, for whoever may open it.
        </p>
      </>
    ),
  }
}
