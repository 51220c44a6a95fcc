import type { z } from 'zod'
import { form, page, type StaffRoute } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { Card } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Form, HiddenField } from '#ui/forms/form.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { dayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { linkRecommendation } from '../commands/link-recommendation.ts'
import { findingHref, recommendationHref, RECOMMENDATIONS } from '../addresses.ts'
import { openRecommendation } from '../queries/recommendations.ts'
import { ENTRY_STATUSES, INSPECTORATE_STATUSES } from '../rules/fnd05-inspectorate.ts'
import { lifeWords } from '../rules/fnd10-lives.ts'
import { writes } from '../writers.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'

type Copy = z.output<typeof openRecommendation.output>['copies'][number]

const recommendationPage = page({
  path: `${RECOMMENDATIONS}/:id`,
  query: openRecommendation,
  view: ({ recommendation, copies }, context) => {
    const ours = copies.find((copy) => copy.ours)
    const complete = copies.filter(({ status }) => status === 'complete').length
    const long = copies.filter((copy) => copy.long).length
    return {
      section: 'effectiveness',
      title: recommendation.title,
      lead: `Raised ${dayWithYear(recommendation.raisedOn)}${recommendation.due === null ? '' : `, due ${dayWithYear(recommendation.due)}`}. ${complete} of ${plural(copies.length, 'copy', 'copies')} complete; ${long} lived, or live, longer than a year`,
      back: { href: RECOMMENDATIONS, text: 'National recommendations' },
      notice: doneNotice(context, { linked: 'Our copy is linked to its finding' }),
      body: (
        <>
          {recommendation.text !== recommendation.title && <InsetText>{recommendation.text}</InsetText>}
          <Copies copies={copies} />
          {ours !== undefined && writes(context.reader.roles) && (
            <LinkForm id={recommendation.id} copy={ours} context={context} />
          )}
        </>
      ),
    }
  },
})

function Copies({ copies }: { readonly copies: readonly Copy[] }) {
  return (
    <DataTable
      caption="Copies by force"
      captionHidden
      rows={copies}
      empty={<p>No force has a copy.</p>}
      columns={[
        {
          header: 'Force',
          cell: ({ force, ours, kind, finding }) => (
            <>
              {ours ? <strong>{force}, ours</strong> : force}
              <span class="fp-second">{kind}</span>
              {finding !== null && (
                <span class="fp-second">
                  Our finding: <Link href={findingHref(finding.id)}>{finding.title}</Link>
                </span>
              )}
            </>
          ),
        },
        { header: 'Number', align: 'tabular', cell: ({ number }) => number ?? 'none' },
        {
          header: 'The inspectorate says',
          cell: ({ status }) => (
            <StateTag state={status === 'complete' ? 'holding' : 'slipping'}>{INSPECTORATE_STATUSES[status]}</StateTag>
          ),
        },
        { header: 'Its life', cell: (copy) => (copy.long ? <strong>{lifeWords(copy)}</strong> : lifeWords(copy)) },
        {
          header: 'History',
          cell: ({ entries, force }) => (
            <Details
              summaryText={
                <>
                  {plural(entries.length, 'line')}
                  <span class="govuk-visually-hidden"> of {force}</span>
                </>
              }
            >
              <ul class="govuk-list">
                {entries.map(({ on, status, words }) => (
                  <li>
                    {dayWithYear(on)}: {ENTRY_STATUSES[status]}
                    {words !== '' && ` — ${words}`}
                  </li>
                ))}
              </ul>
            </Details>
          ),
        },
      ]}
    />
  )
}

interface LinkFormProps {
  readonly id: string
  readonly copy: Copy
  readonly context: PageContext
}

function LinkForm({ id, copy, context }: LinkFormProps) {
  return (
    <Card title={copy.finding === null ? 'Which of our findings is our copy?' : 'Link our copy to another finding'}>
      <Form
        action={`${recommendationHref(id)}/link`}
        csrf={context.csrf}
        idempotencyKey={context.key}
        errors={context.errors}
        values={context.values}
      >
        <HiddenField name="copy" value={copy.id} />
        <TextField name="finding" label="Reference of the finding" hint="As on its page: FIN-7K2M-4TQX" width={20} />
        <Button>Link</Button>
      </Form>
    </Card>
  )
}

export const recommendationRoutes: readonly StaffRoute[] = [
  recommendationPage,
  form({
    path: `${RECOMMENDATIONS}/:id/link`,
    command: linkRecommendation,
    page: recommendationPage,
    next: ({ id }) => `${recommendationHref(id)}?done=linked`,
  }),
]
