import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { EVIDENCE_KINDS, type EvidenceView } from '../../evidence/row.ts'
import type { EvidenceAge } from '../../evidence/rules/evd01-age.ts'
import type { RecordHead } from '../head.ts'
import { recordPaths } from './addresses.ts'

const STATES = {
  fresh: 'holding',
  ageing: 'slipping',
  stale: 'not-held',
  withdrawn: 'too-few',
} as const satisfies Record<EvidenceAge, State>

/** What shows that it is so, with how long it is worth something; only what the reader may see. */
export function EvidenceTable({
  evidence,
  head,
}: {
  readonly evidence: readonly EvidenceView[]
  /** The record on whose page it stands, to add some to it. */
  readonly head?: Pick<RecordHead, 'kind' | 'id'>
}) {
  return (
    <>
      <DataTable
        caption="Evidence"
        captionHidden
        rows={evidence}
        empty={
          <EmptyState title="No evidence that you may see">
            Add what shows that it is so: a document, an audit, a visit, what somebody said.
          </EmptyState>
        }
        columns={[
          {
            header: 'Evidence',
            cell: (one) =>
              one.document === null ? one.title : <Link href={`/documents/${one.document}`}>{one.title}</Link>,
          },
          { header: 'What', cell: ({ kind, measure }) => measure ?? EVIDENCE_KINDS[kind] },
          { header: 'What it shows', cell: ({ words, withdrawnReason }) => withdrawnReason ?? words },
          { header: 'Of', cell: ({ observedOn }) => shortDayWithYear(observedOn), nowrap: true },
          { header: 'Worth', phoneLabel: false, cell: (one) => <Age evidence={one} /> },
          { header: 'Added by', cell: (one) => <Link href={`/colleagues/${one.addedBy}`}>{one.addedByName}</Link> },
          { header: 'Marking', cell: ({ marking, closed }) => (closed ? `${marking}, compartment` : marking) },
          {
            header: 'Do',
            phoneLabel: false,
            cell: ({ id, age }) =>
              age === 'withdrawn' ? '' : <Link href={recordPaths.withdrawEvidence(id)}>Withdraw</Link>,
          },
        ]}
      />
      {head !== undefined && (
        <p>
          <Link href={recordPaths.evidence(head)}>Add evidence</Link>
        </p>
      )}
    </>
  )
}

function Age({ evidence: { age, staleFrom } }: { readonly evidence: EvidenceView }) {
  const words = {
    fresh: 'fresh',
    ageing: `ageing, stale from ${shortDayWithYear(staleFrom)}`,
    stale: `stale since ${shortDayWithYear(staleFrom)}`,
    withdrawn: 'withdrawn',
  }
  return <StateTag state={STATES[age]}>{words[age]}</StateTag>
}
