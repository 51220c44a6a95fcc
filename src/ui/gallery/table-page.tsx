import { Card, CardGrid, CardRows } from '../blocks/card.tsx'
import { DataTable, type Column } from '../blocks/data-table.tsx'
import { FilterBar } from '../blocks/filter-bar.tsx'
import { KeyFigure } from '../blocks/key-figure.tsx'
import { Pager } from '../blocks/pager.tsx'
import { ShareBar } from '../blocks/progress-bar.tsx'
import { Reference } from '../blocks/reference.tsx'
import { StateTag, type State } from '../blocks/state-tag.tsx'
import { SelectField } from '../forms/select-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import type { StaffFrame } from '../layouts/frame.ts'
import { StaffPage } from '../layouts/staff-page.tsx'
import { age, timeAndDay } from '../words/dates.ts'
import { count, orNoEvidence, percent, plural } from '../words/numbers.ts'

interface Improvement {
  readonly title: string
  readonly owner: string
  readonly ours: string
  readonly theirs: string
  readonly measure: string
  readonly now: string
  readonly target: string
  readonly state: State
  readonly evidence: string
}

const today = '2026-11-23'

const improvements: readonly Improvement[] = [
  {
    title: 'Structured, consistent problem-solving',
    owner: 'Ch Supt, Neighbourhoods',
    ours: 'In progress',
    theirs: 'Being progressed',
    measure: 'Plans with every stage',
    now: percent(0.61),
    target: percent(0.8),
    state: 'slipping',
    evidence: '2026-11-21',
  },
  {
    title: 'Desk investigation capacity',
    owner: 'Supt, Investigations',
    ours: 'Claimed',
    theirs: 'Being progressed',
    measure: 'Oldest high-risk wait',
    now: '31 h',
    target: '48 h',
    state: 'holding',
    evidence: today,
  },
  {
    title: 'Digital evidence capacity',
    owner: 'Head of Digital',
    ours: 'In progress',
    theirs: 'Awaiting review',
    measure: 'Devices past target',
    now: count(212),
    target: count(60),
    state: 'not-held',
    evidence: today,
  },
  {
    title: 'Wider IOM, with measures of success',
    owner: 'Supt, Offenders',
    ours: 'In progress',
    theirs: 'Being progressed',
    measure: 'Harm a free day, against comparison',
    now: orNoEvidence(undefined, count),
    target: '–',
    state: 'too-few',
    evidence: '2026-11-14',
  },
]

const columns: readonly Column<Improvement>[] = [
  {
    header: 'Area and owner',
    cell: (row) => (
      <>
        <a href="/form">{row.title}</a>
        <span class="fp-second">{row.owner}</span>
      </>
    ),
  },
  {
    header: 'Status: ours, theirs',
    cell: (row) => (
      <>
        {row.ours}
        <span class="fp-second">{row.theirs}</span>
      </>
    ),
  },
  { header: 'Measure', cell: (row) => row.measure },
  { header: 'Now', cell: (row) => <strong>{row.now}</strong>, align: 'number' },
  { header: 'Target', cell: (row) => row.target, align: 'number' },
  { header: 'Holding?', cell: (row) => <StateTag state={row.state} />, phoneLabel: false },
  {
    header: 'Evidence',
    cell: (row) => age(row.evidence, today),
    nowrap: true,
    sort: { href: '?sort=evidence', direction: 'ascending' },
  },
]

const questions: readonly [name: string, grade: string, fresh: number, without: number, state: State][] = [
  ['Preventing crime', 'Good', 21, 3, 'slipping'],
  ['Investigating', 'Requires improvement', 34, 6, 'not-held'],
  ['Protecting', 'Good', 28, 2, 'slipping'],
  ['Organised crime', 'Good', 19, 5, 'slipping'],
  ['Specialist capabilities', 'Ungraded', 12, 0, 'holding'],
]

/** A page of tables and cards, with everything such a page uses. */
export function TablePage({ frame }: { readonly frame: StaffFrame }) {
  return (
    <StaffPage
      frame={frame}
      title="Safe tonight, and ready for the inspector?"
      marking="OFFICIAL-SENSITIVE"
      section="effectiveness"
      freshness={`Data to ${timeAndDay('2026-11-23T07:00:00Z')}`}
      warning="Custody feed 2 h 20 late: custody figures show “unknown”"
      actions={[
        { text: `Since last week: ${plural(9, 'change')}`, href: '/table' },
        { text: 'Evidence pack', href: '/table' },
      ]}
    >
      <CardGrid columns={5}>
        {questions.map(([name, grade, fresh, without, state], index) => (
          <Card title={name} over={`Question ${index + 1}`} state={state}>
            <p>
              <strong>{grade}</strong>
            </p>
            <KeyFigure value={count(fresh)} label="claims with fresh evidence" />
            <KeyFigure value={count(without)} label="without" state={without > 0 ? 'slipping' : undefined} />
          </Card>
        ))}
      </CardGrid>
      <FilterBar action="/table" values={{ state: 'slipping' }} clearHref="/table">
        <TextField name="words" label="Words" width={20} />
        <SelectField
          name="state"
          label="State"
          placeholder="Any state"
          options={[
            { value: 'slipping', text: 'Slipping' },
            { value: 'not-held', text: 'Not held' },
          ]}
        />
      </FilterBar>
      <h2>Areas for improvement</h2>
      <DataTable
        caption="Areas for improvement"
        captionHidden
        columns={columns}
        rows={improvements}
        empty={<p>None are open</p>}
      />
      <Pager page={2} pageSize={4} total={36} href={(page) => `/table?page=${page}`} what="areas" />
      <CardGrid columns={2}>
        <Card title="Oldest high-risk item in each queue">
          <CardRows
            rows={[
              {
                text: <a href="/form">MASH, Slough</a>,
                note: (
                  <>
                    3 h 10 of 4 h
                    <ShareBar label="3 h 10 of 4 h" share={0.79} state="slipping" />
                  </>
                ),
              },
              {
                text: (
                  <>
                    Oxford Road, plan <Reference href="/form">PRB-00412</Reference>
                  </>
                ),
                note: <StateTag state="not-held">visit today</StateTag>,
              },
            ]}
          />
        </Card>
        <Card title="Risks accepted">
          <CardRows
            rows={[
              { text: 'Two armed response posts unfilled on nights, Berkshire West', note: 'ACC Operations, to 7 Dec' },
              { text: 'Tier 2 phones sent out of force', note: 'Head of Digital, to 18 Dec' },
            ]}
          />
        </Card>
      </CardGrid>
    </StaffPage>
  )
}
