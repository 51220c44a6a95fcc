import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import { MARKER_KINDS } from '#kernel/parties/markers.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { InsetText } from '#ui/govuk/inset-text.tsx'
import { signed } from '#ui/words/numbers.ts'
import { decideHref, historyHref, IDENTITIES, pairHref } from '../addresses.ts'
import { decideIdentity } from '../commands/decide.ts'
import { openPair } from '../queries/open-pair.ts'
import { DONE } from './done.ts'
import { Conflicts } from './parts/conflicts.tsx'
import { SideBySide } from './parts/side-by-side.tsx'
import { comparedWords, sureWords } from './words.ts'

type Model = z.output<typeof openPair.output>

const PAIR = `${IDENTITIES}/:id`

const pairPage = page({ path: PAIR, query: openPair, view: (model, context) => pairView(model, context) })

const DECIDE = `${PAIR}/decide`
const decidePage = page({
  path: DECIDE,
  query: openPair,
  view: (model, context) => pairView(model, context, <Decide model={model} context={context} />),
})

function pairView(model: Model, context: PageContext, act?: ComponentChildren): View {
  const reviews = context.reader.roles.includes('identity-reviewer')
  return {
    section: 'investigate',
    title: `${model.left.label} and ${model.right.label}`,
    lead: `${STANDS[model.stage]}. ${sureWords(model)}`,
    marking: model.marking,
    notice: doneNotice(context, DONE),
    back: reviews
      ? { href: IDENTITIES, text: 'Pairs that wait' }
      : { href: partyHref(model.kind, model.left.id), text: model.left.label },
    actions: [
      ...(reviews && act === undefined ? [{ text: 'Decide', href: decideHref(model.id) }] : []),
      { text: 'Who put what together', href: historyHref(model.left.id) },
    ],
    body: (
      <>
        {reviews && model.next !== null && <Next id={model.next} />}
        <Conflicts conflicts={model.conflicts} members={[...model.left.members, ...model.right.members]} />
        <SideBySide left={model.left} right={model.right} />
        <h2>Why these two</h2>
        <Why model={model} />
        <Said model={model} />
        {act}
      </>
    ),
  }
}

function Next({ id }: { readonly id: string }) {
  return (
    <p>
      <a class="govuk-link" href={decideHref(id)} data-key="n">
        Next pair
      </a>{' '}
      <span class="fp-second">key n</span>
    </p>
  )
}

const STANDS = {
  open: 'Waits for a decision',
  'second-needed': 'Waits for a second person',
  same: 'Decided: the same',
  different: 'Decided: not the same',
} as const

function Why({ model }: { readonly model: Model }) {
  const { by, at, reason } = model.proposed
  return (
    <>
      <p>
        Proposed <Time instant={at} /> {by === null ? 'by the matcher.' : `by ${by}: ${reason ?? ''}`}
      </p>
      {(by === null || model.reasons.length > 0) && (
        <DataTable
          caption="What was compared, and what it counts for"
          captionHidden
          rows={model.reasons}
          empty={<EmptyState title="What was compared is not known any more">Look at both sides above.</EmptyState>}
          columns={[
            { header: 'What', cell: ({ what }) => what },
            { header: model.left.label, cell: ({ left }) => comparedWords(left), phoneLabel: 'One' },
            { header: model.right.label, cell: ({ right }) => comparedWords(right), phoneLabel: 'Other' },
            { header: 'How it compares', cell: ({ level }) => level },
            { header: 'Counts', cell: ({ weight }) => countsWords(weight), align: 'number', nowrap: true },
          ]}
        />
      )}
      {model.reasons.length > 0 && (
        <p class="fp-second">
          Each point doubles the odds that they are one, or halves them. 10 points are a thousand to one.
        </p>
      )}
    </>
  )
}

function countsWords(weight: number): string {
  const points = Math.round(weight * 10) / 10
  if (points === 0) return 'nothing'
  return `${points > 0 ? 'for' : 'against'} ${signed(points, 1)}`
}

function Said({ model: { first, second } }: { readonly model: Model }) {
  if (first === null) return null
  return (
    <InsetText>
      <p>
        {first.by} said <Time instant={first.at} />: {first.verdict === 'same' ? 'the same' : 'not the same'}.{' '}
        {first.reason}
      </p>
      {second !== null && (
        <p>
          {second.by} looked at it as the second person <Time instant={second.at} />. {second.reason}
        </p>
      )}
    </InsetText>
  )
}

function Decide({ model, context }: { readonly model: Model; readonly context: PageContext }) {
  const { stage, first, stands, flagged } = model
  if (stage === 'second-needed' && first?.yours === true)
    return <p>You decided first. Somebody else must confirm or refuse it; until then all stays as it is.</p>
  const verdicts = [
    { value: 'same', text: 'The same: show them as one', offered: stage !== 'same' },
    {
      value: 'different',
      text: stands ? 'Not the same: part them again' : 'Not the same: leave them two',
      offered: stage !== 'different',
    },
  ]
  return (
    <>
      <h2>{stage === 'second-needed' ? 'What do you say?' : 'Are they one and the same?'}</h2>
      <BothVersions context={context} fields={[{ label: 'Decision', name: 'verdict', theirs: STANDS[stage] }]} />
      {flagged.length > 0 && stage !== 'second-needed' && (
        <p>
          {flagged.map((kind) => MARKER_KINDS[kind].words).join(', ')}: a second person must confirm what you decide.
        </p>
      )}
      <ActForm context={context} submit="Decide" cancel={IDENTITIES} version={model.version}>
        <RadiosField name="verdict" label="They are" choices={verdicts.filter(({ offered }) => offered)} />
        <TextArea name="reason" label="Reason" hint="What you looked at. Whoever asks later reads it" rows={3} />
      </ActForm>
    </>
  )
}

export const pairRoutes = [
  pairPage,
  decidePage,
  form({
    path: DECIDE,
    command: decideIdentity,
    page: decidePage,
    next: ({ id, stage }) => `${pairHref(id)}?done=${stage === 'open' ? 'second-needed' : stage}`,
  }),
]
