import { EVIDENCE_KINDS, type EvidenceView } from '#kernel/evidence/row.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { findingHref, FreshnessTag } from '#modules/inspections/index.ts'
import { measureHref } from '#modules/measures/index.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { shortDay } from '#ui/words/dates.ts'
import { ageWords } from './question-parts.tsx'

interface EvidenceTableProps {
  readonly evidence: readonly EvidenceView[]
  readonly today: string
}

/** What shows it, with its age: on the question itself and on its findings. */
export function EvidenceTable({ evidence, today }: EvidenceTableProps) {
  return (
    <section id="evidence">
      <DataTable
        caption="Evidence"
        rows={evidence}
        columns={[
          {
            header: 'Evidence',
            cell: (each) => <Title evidence={each} />,
          },
          { header: 'For', cell: (each) => <For evidence={each} /> },
          {
            header: 'Worth',
            phoneLabel: false,
            cell: ({ age }) => (age === 'withdrawn' ? 'withdrawn' : <FreshnessTag freshness={age} />),
          },
          {
            header: 'Tells of',
            nowrap: true,
            cell: ({ observedOn }) => (
              <>
                {shortDay(observedOn)} {observedOn.slice(0, 4)}
                <span class="fp-second">{ageWords(observedOn, today)}</span>
              </>
            ),
          },
          {
            header: 'Stale from',
            nowrap: true,
            cell: ({ staleFrom }) => `${shortDay(staleFrom)} ${staleFrom.slice(0, 4)}`,
          },
          { header: 'Added by', cell: ({ addedByName }) => addedByName },
          { header: 'Marking', nowrap: true, cell: ({ marking }) => marking },
        ]}
        empty={
          <>
            <h2 class="fp-table__caption">Evidence</h2>
            <EmptyState title="No evidence yet">
              <p>
                Add evidence to a finding on this question: open the finding, and choose “Add evidence”. It ages from
                the day of which it tells.
              </p>
            </EmptyState>
          </>
        }
      />
    </section>
  )
}

function Title({ evidence: { title, kind, words, document, measure, closed } }: { readonly evidence: EvidenceView }) {
  const href = document !== null ? `/documents/${document}` : measure !== null ? measureHref(measure) : null
  return (
    <>
      {href === null ? title : <Link href={href}>{title}</Link>}
      <span class="fp-second">
        {EVIDENCE_KINDS[kind].toLowerCase()}
        {words !== '' && `: ${words}`}
        {closed && '; in a closed compartment: never in a pack'}
      </span>
    </>
  )
}

function For({ evidence: { record, question } }: { readonly evidence: EvidenceView }) {
  if (record === null) return <>{question?.split('/')[1]}</>
  return (
    <Link href={findingHref(record.id)}>
      <Reference>{record.reference}</Reference>
    </Link>
  )
}
