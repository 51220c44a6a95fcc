import type { z } from 'zod'
import { page, type View } from '#kernel/web/view.ts'
import { findingHref, FreshnessTag, KINDS, STAGES, type FindingSummary } from '#modules/inspections/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { drawHref, PROVE, VISITS } from '../addresses.ts'
import type { showProof } from '../prove/show-proof.ts'
import { FrameworkSwitch } from './parts/framework-switch.tsx'
import { ProofMeasures } from './parts/proof-measures.tsx'
import { Facing } from './parts/facing.tsx'
import { VisitBanner } from './parts/visit-banner.tsx'
import { lateWarning, leadOf, markingOf } from './questions.tsx'

export type ProofModel = z.output<ReturnType<typeof showProof>['output']>

/** Prove it: what an inspector is shown. */
export const provePage = (query: ReturnType<typeof showProof>) => page({ path: PROVE, query, view: proveView })

function proveView(model: ProofModel, context: PageContext): View {
  const { framework, frameworks, questions, visit, shownFirst } = model
  const weakest = questions.find(({ code }) => code === shownFirst?.weakest)
  const best = questions.find(({ code }) => code === shownFirst?.best)
  const guest = context.reader.roles.includes('visiting-inspector')
  return {
    section: 'effectiveness',
    title: 'Prove it',
    lead: leadOf(questions),
    ...lateWarning(questions),
    marking: markingOf(questions),
    notice: <VisitBanner visit={visit} context={context} />,
    ...(!guest && { actions: [{ text: 'Visits', href: VISITS }] }),
    body: (
      <>
        <FrameworkSwitch action={PROVE} framework={framework} frameworks={frameworks} />
        {weakest !== undefined && (
          <CardGrid columns={2}>
            <Facing which="weakest" question={weakest} />
            {best !== undefined && <Facing which="best" question={best} />}
          </CardGrid>
        )}
        <ClaimsTable model={model} linked={!guest} />
        <ProofMeasures model={model} />
        <Overridden model={model} />
        <Disclosed model={model} />
      </>
    ),
  }
}

/** Every finding that the force says is met, and every other one beside it: none is left out. */
function ClaimsTable({ model: { questions }, linked }: { readonly model: ProofModel; readonly linked: boolean }) {
  const findings = questions.flatMap(({ findings: own, earlier }) => [...own, ...earlier])
  const rows = [...new Map(findings.map((finding) => [finding.id, finding])).values()]
  const title = ({ id, title: words }: FindingSummary) =>
    linked ? (
      <a class="govuk-link" href={findingHref(id)}>
        {words}
      </a>
    ) : (
      words
    )
  return (
    <DataTable
      caption="Every finding, and what the force says of it"
      rows={rows}
      columns={[
        {
          header: 'Finding',
          cell: (finding) => (
            <>
              {title(finding)}
              <span class="fp-second">
                {KINDS[finding.kind]}, {finding.inspection.year}, question {finding.question.number}
              </span>
            </>
          ),
        },
        {
          header: 'The force says',
          cell: ({ stage, claim }) => (
            <>
              {STAGES[stage]}
              {claim === 'overridden' && <strong> against its measure</strong>}
            </>
          ),
        },
        {
          header: 'What the measures show',
          cell: ({ measures, reasons }) =>
            measures.length === 0
              ? (reasons[0] ?? '')
              : measures.map(({ code, name, words }) => (
                  <>
                    {name}: {words}{' '}
                    <a class="govuk-link" href={drawHref(code)}>
                      Draw rows<span class="govuk-visually-hidden"> of {name}</span>
                    </a>{' '}
                  </>
                )),
        },
        {
          header: 'Evidence',
          phoneLabel: false,
          cell: ({ evidence }) => <FreshnessTag freshness={evidence.freshness} />,
        },
      ]}
      empty={
        <EmptyState title="No finding is open to you here">
          <p>The force has imported no report of this framework, or none that is open at your clearance.</p>
        </EmptyState>
      }
    />
  )
}

function Overridden({ model: { overridden } }: { readonly model: ProofModel }) {
  return (
    <DataTable
      caption="“Met” against the measure"
      rows={overridden}
      columns={[
        { header: 'Finding', cell: ({ title }) => title },
        {
          header: 'Claimed by',
          cell: ({ by, rank, at, withdrawnAt }) => (
            <>
              {by}, {rank}
              <span class="fp-second">
                <Time instant={at} />
                {withdrawnAt !== null && '; taken back since'}
              </span>
            </>
          ),
        },
        { header: 'Why', cell: ({ reason }) => reason },
        { header: 'What the measures showed then', cell: ({ shown }) => shown },
      ]}
      empty={
        <>
          <h2 class="fp-table__caption">“Met” against the measure</h2>
          <p>Nobody has claimed a finding as met against its measure.</p>
        </>
      }
    />
  )
}

function Disclosed({ model: { questions } }: { readonly model: ProofModel }) {
  const gaps = questions.flatMap(({ number, statements }) =>
    statements.filter(({ kind }) => kind === 'gap').map((gap) => ({ ...gap, number })),
  )
  return (
    <DataTable
      caption="Gaps that the force discloses itself"
      rows={gaps}
      columns={[
        { header: 'Gap', cell: ({ text }) => text },
        { header: 'Question', cell: ({ number }) => String(number) },
        {
          header: 'Said by',
          cell: ({ by, at }) => (
            <>
              {by}
              <span class="fp-second">
                <Time instant={at} />
              </span>
            </>
          ),
        },
        { header: 'Evidence', cell: ({ evidence }) => evidence?.title ?? 'none named' },
      ]}
      empty={
        <>
          <h2 class="fp-table__caption">Gaps that the force discloses itself</h2>
          <p>The force discloses none on these questions.</p>
        </>
      }
    />
  )
}
