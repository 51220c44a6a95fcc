import type { z } from 'zod'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { categoryWords } from '#kernel/occurrences/crime-types.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { Definition, Link } from '#kernel/web/parts/definition.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { findCivilDate } from '#calculations/calendar/civil-date.ts'
import { formatMonth, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { candidateHref, CANDIDATES, problemHref } from '../addresses.ts'
import { acceptCandidate, mergeCandidate, rejectCandidate } from '../commands/decide-candidate.ts'
import { PATTERN_KINDS } from '../patterns/pattern.ts'
import { CANDIDATE_STATES } from '../queries/candidate-model.ts'
import { candidateForm, openCandidate } from '../queries/open-candidate.ts'
import { patternTitle, patternWhy } from '../rules/pattern-words.ts'
import { DECIDERS, isOneOf } from '../workers.ts'
import { NamingFields } from './new-problem.tsx'

type Model = z.output<typeof openCandidate.output>

const candidatePage = page({ path: `${CANDIDATES}/:id`, query: openCandidate, view: candidateView })

function candidateView(model: Model, context: PageContext): View {
  const { id, state, rows } = model
  const may = state === 'open' && isOneOf(context.reader.roles, DECIDERS)
  const act = (text: string, path: string) => ({ text, href: `${candidateHref(id)}/${path}` })
  return {
    section: 'prevent',
    title: patternTitle(model),
    lead: patternWhy(model),
    marking: model.marking,
    back: { href: CANDIDATES, text: 'Patterns' },
    actions: may ? [act('Work on it', 'accept'), act('Reject', 'reject'), act('Merge', 'merge')] : [],
    body: (
      <>
        <CardGrid columns={2}>
          <Card title="This pattern">
            <Definition
              of={[
                ['Kind', PATTERN_KINDS[model.kind]],
                ['Of', model.category === null ? null : categoryWords(model.category)],
                ['Who or where', model.party === null ? null : <Party party={model.party} />],
                ['Place', model.place],
                ['Area', model.areaName],
                ['Looked at', `${shortDayWithYear(model.firstOn)} to ${shortDayWithYear(model.lastOn)}`],
                ['First found', <Time instant={model.foundAt} />],
              ]}
            />
          </Card>
          <Card title="What became of it">
            <Definition
              of={[
                ['State', CANDIDATE_STATES[state]],
                ['Decided by', model.decidedBy],
                ['When', model.decidedAt === null ? null : <Time instant={model.decidedAt} />],
                [state === 'open' ? 'Said before' : 'Why', model.reason],
                [
                  'Plan',
                  model.plan === null ? null : <Link href={problemHref(model.plan.id)}>{model.plan.title}</Link>,
                ],
                [
                  'Part of',
                  model.mergedInto === null ? null : (
                    <Link href={candidateHref(model.mergedInto)}>another pattern</Link>
                  ),
                ],
              ]}
            />
          </Card>
        </CardGrid>
        <h2>Rows behind it</h2>
        <Rows model={model} />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={rows}
          what={rows === 1 ? 'row' : 'rows'}
          href={(number) => address(candidateHref(id), { page: number })}
        />
      </>
    ),
  }
}

function Party({ party: { kind, id, label } }: { readonly party: NonNullable<Model['party']> }) {
  return <Link href={partyHref(kind, id)}>{label}</Link>
}

function Rows({ model: { occurrences } }: { readonly model: Model }) {
  return (
    <DataTable
      caption="Rows"
      captionHidden
      rows={occurrences}
      empty={<p class="govuk-body">None on this page.</p>}
      columns={[
        {
          header: 'What',
          cell: ({ id, category }) => <Link href={`/prevent/occurrences/${id}`}>{categoryWords(category)}</Link>,
        },
        { header: 'When', nowrap: true, cell: ({ on }) => when(on) },
        { header: 'Where', cell: ({ place }) => (place === '' ? 'not said' : place) },
        { header: 'Number', cell: ({ reference }) => reference ?? 'none' },
      ]}
    />
  )
}

function when(on: string): string {
  return findCivilDate(on) === undefined ? formatMonth(getCivilMonth(on)) : shortDayWithYear(on)
}

type FormModel = z.output<typeof candidateForm.output>

function actPage(
  path: string,
  title: string,
  submit: string,
  fields: (model: FormModel) => View['body'],
  stored: (model: FormModel) => Readonly<Record<string, unknown>> = () => ({}),
) {
  return page({
    path: `${CANDIDATES}/:id/${path}`,
    query: candidateForm,
    view: (model, context) => ({
      section: 'prevent',
      title,
      lead: patternWhy(model.candidate),
      marking: model.candidate.marking,
      back: { href: candidateHref(model.candidate.id), text: patternTitle(model.candidate) },
      body: (
        <ActForm
          context={context}
          submit={submit}
          cancel={candidateHref(model.candidate.id)}
          version={model.candidate.version}
          stored={stored(model)}
        >
          {fields(model)}
        </ActForm>
      ),
    }),
  })
}

const acceptPage = actPage(
  'accept',
  'What problem is this?',
  'Begin a plan',
  () => <NamingFields />,
  ({ candidate }) => ({ place: candidate.place === '' ? candidate.areaName : candidate.place }),
)
const rejectPage = actPage('reject', 'Why is it not worked on?', 'Reject', () => (
  <TextArea name="reason" label="Reason" hint="It comes again only if it grows by more than chance" rows={4} />
))
const mergePage = actPage('merge', 'What is it part of?', 'Merge', ({ into }) => (
  <SelectField name="into" label="Plan or pattern" placeholder="Choose one" options={into} />
))

export const candidateRoutes = [
  candidatePage,
  acceptPage,
  rejectPage,
  mergePage,
  form({
    path: `${CANDIDATES}/:id/accept`,
    command: acceptCandidate,
    page: acceptPage,
    next: ({ plan }) => `${problemHref(plan)}?done=accepted`,
  }),
  form({
    path: `${CANDIDATES}/:id/reject`,
    command: rejectCandidate,
    page: rejectPage,
    next: () => `${CANDIDATES}?done=rejected`,
  }),
  form({
    path: `${CANDIDATES}/:id/merge`,
    command: mergeCandidate,
    page: mergePage,
    next: () => `${CANDIDATES}?done=merged`,
  }),
]
