import type { z } from 'zod'
import { competenceName } from '#kernel/competences/competences.ts'
import { trainingOfHref } from '#kernel/competences/hrefs.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type StaffRoute, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { TextArea } from '#ui/forms/text-area.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { withdrawHref } from '../addresses.ts'
import { withdrawTraining } from '../commands/withdraw-training.ts'
import { openHolding } from '../queries/open-holding.ts'

const withdrawPage = page({ path: withdrawHref(':id'), query: openHolding, view: withdrawView })

function withdrawView({ holding, name }: z.output<typeof openHolding.output>, context: PageContext): View {
  const back = trainingOfHref(holding.account)
  return {
    section: 'work',
    title: `Take back what was recorded of ${name}`,
    lead: `${competenceName(holding.competence)}, ${shortDayWithYear(holding.gainedOn)}: ${holding.course}`,
    back: { href: back, text: `Training of ${name}` },
    body: (
      <ActForm context={context} submit="Take back" cancel={back} warning>
        <p class="govuk-body">It then counts for no day, and stays to be seen with your name and your reason.</p>
        <TextArea name="reason" label="Why" hint="For example: they were not on that course" rows={3} />
      </ActForm>
    ),
  }
}

export const withdrawRoutes: readonly StaffRoute[] = [
  withdrawPage,
  form({
    path: withdrawHref(':id'),
    command: withdrawTraining,
    page: withdrawPage,
    next: ({ account }) => `${trainingOfHref(account)}?done=withdrawn`,
  }),
]
