import type { z } from 'zod'
import { PAGE_SIZE } from '#kernel/organisation/paging.ts'
import { MATCHED_KINDS, PROPOSAL_STAGES } from '#kernel/parties/identities/proposal.ts'
import { PARTY_KINDS } from '#kernel/parties/words.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { doneNotice } from '#kernel/web/parts/done-notice.tsx'
import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { FilterBar } from '#ui/blocks/filter-bar.tsx'
import { Pager } from '#ui/blocks/pager.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { count, plural } from '#ui/words/numbers.ts'
import { decideHref, IDENTITIES } from '../addresses.ts'
import { listPairs, MOST_COUNTED, type ListedPair } from '../queries/list-pairs.ts'
import { BANDS } from '../rules/bands.ts'
import { DONE } from './done.ts'
import { sureWords } from './words.ts'

type Model = z.output<typeof listPairs.output>

export const queuePage = page({
  path: IDENTITIES,
  query: listPairs,
  view: (model, context) => ({
    section: 'investigate',
    title: 'Are these one and the same?',
    lead: leadOf(model),
    marking: model.pairs.some(({ marking }) => marking !== 'OFFICIAL') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    notice: doneNotice(context, DONE),
    actions:
      model.pairs[0] === undefined ? [] : [{ text: 'Begin with the first', href: decideHref(model.pairs[0].id) }],
    body: (
      <>
        <Filter model={model} />
        <Pairs model={model} />
        <Pager
          page={model.page}
          pageSize={PAGE_SIZE}
          total={model.total}
          what="pairs"
          href={(number) => address(IDENTITIES, { ...model.filter, page: number })}
        />
      </>
    ),
  }),
})

function leadOf({ total }: Model): string {
  const many =
    total >= MOST_COUNTED
      ? `${count(MOST_COUNTED)} pairs or more wait`
      : `${plural(total, 'pair')} ${total === 1 ? 'waits' : 'wait'}`
  return `${many} for a decision, the surest first. Nothing is joined until somebody says so`
}

function Filter({ model: { filter, areas } }: { readonly model: Model }) {
  const filtered = Object.values(filter).some((value) => value !== null)
  return (
    <FilterBar action={IDENTITIES} values={filter} {...(filtered && { clearHref: IDENTITIES })}>
      <SelectField
        name="kind"
        label="Kind"
        placeholder="Any"
        options={MATCHED_KINDS.map((kind) => ({ value: kind, text: PARTY_KINDS[kind].many }))}
      />
      <SelectField
        name="band"
        label="How sure"
        placeholder="Any"
        options={Object.entries(BANDS).map(([value, { words }]) => ({ value, text: words }))}
      />
      <SelectField
        name="stage"
        label="Waits for"
        placeholder="Any"
        options={[
          { value: 'open', text: 'A decision' },
          { value: 'second-needed', text: 'A second person' },
        ]}
      />
      {areas.length > 0 && (
        <SelectField
          name="area"
          label="Lives or lies in"
          placeholder="Any"
          options={areas.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
      )}
    </FilterBar>
  )
}

function Pairs({ model: { pairs, filter } }: { readonly model: Model }) {
  const filtered = Object.values(filter).some((value) => value !== null)
  return (
    <DataTable
      caption="Pairs that wait"
      captionHidden
      rows={pairs}
      empty={
        <EmptyState title={filtered ? 'No pair like this waits' : 'No pair waits for a decision'}>
          {filtered ? (
            <Link href={IDENTITIES}>Show all that wait</Link>
          ) : (
            'New ones come when records are stored, when the store is gone through again, and when an officer proposes two.'
          )}
        </EmptyState>
      }
      columns={[
        {
          header: 'Records',
          cell: ({ id, left, right }) => (
            <Link href={decideHref(id)}>
              {left.label} <span class="fp-second">and</span> {right.label}
            </Link>
          ),
        },
        { header: 'How sure', cell: sureWords, nowrap: true },
        { header: 'Why', cell: ({ why }) => why || 'see the pair' },
        { header: 'Waits for', cell: waitsFor },
        { header: 'Proposed', cell: ({ proposedBy, proposedAt }) => <Proposed by={proposedBy} at={proposedAt} /> },
        { header: 'Marking', cell: ({ marking }) => marking },
      ]}
    />
  )
}

function waitsFor({ stage, yours }: ListedPair) {
  if (stage === 'open') return PROPOSAL_STAGES.open.replace('Waits for', '').trim()
  return <StateTag state="slipping">{yours ? 'somebody other than you' : 'a second person'}</StateTag>
}

function Proposed({ by, at }: { readonly by: string | null; readonly at: string }) {
  return (
    <>
      <Time instant={at} /> {by === null ? 'by the matcher' : `by ${by}`}
    </>
  )
}
