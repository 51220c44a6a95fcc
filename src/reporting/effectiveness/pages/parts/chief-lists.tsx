import { DueTime } from '#kernel/duties/time-cell.tsx'
import { Link } from '#kernel/web/parts/definition.tsx'
import { findingHref } from '#modules/inspections/index.ts'
import { Card, CardRows } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { age, dayOf, shortDay } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { questionHref } from '../../addresses.ts'
import type { ChiefModel } from '../chief.tsx'

/** So many lines of a list stand on the page. */
const SHOWN = 6

interface OverdueProps {
  readonly oldest: ChiefModel['oldest']
  readonly overdue: number | null
  readonly now: Date
}

/** The oldest duty that each area has let pass, with whoever owes it. */
export function OldestOverdue({ oldest, overdue, now }: OverdueProps) {
  const today = dayOf(now.toISOString()).toString()
  return (
    <section id="overdue">
      <DataTable
        caption="Oldest overdue duty in each area"
        rows={oldest}
        columns={[
          { header: 'Area', cell: ({ area }) => area },
          { header: 'Duty', cell: ({ id, title }) => <Link href={`/work/duties/${id}`}>{title}</Link> },
          { header: 'Was due', nowrap: true, cell: ({ dueAt }) => <DueTime dueAt={dueAt} now={now} /> },
          {
            header: 'Over',
            align: 'number',
            nowrap: true,
            cell: ({ dueAt }) => <strong>{age(dayOf(dueAt), today)}</strong>,
          },
          { header: 'Owner', cell: ({ owner }) => owner ?? <StateTag state="not-held">nobody</StateTag> },
        ]}
        empty={
          <Card title="Oldest overdue duty in each area">
            <p class="fp-soft">
              {overdue === null
                ? 'No duty is kept here yet. Duties open by themselves as modules of the work are switched on; the oldest overdue one of each area then stands here with its owner.'
                : 'Nothing is overdue: no duty that you may open has passed its time.'}
            </p>
          </Card>
        }
      />
      <p class="fp-second">
        {overdue !== null && overdue > 0 && (
          <>
            <Link href="/work/duties?of=area&standing=overdue">
              {overdue >= 1000 ? '1,000 or more' : count(overdue)} overdue in all
            </Link>
            .{' '}
          </>
        )}
        No queues are kept here yet: they come with the modules that have them.
      </p>
    </section>
  )
}

/** Findings said to be met against their measure, and duties let go: by whom, and why. */
export function RisksAccepted({ overridden, waived }: Pick<ChiefModel, 'overridden' | 'waived'>) {
  const rows = [
    ...overridden.map(({ finding, title, by, rank, at, reason }) => ({
      at,
      text: (
        <>
          <Link href={findingHref(finding)}>{title}</Link>
          <span class="fp-second">Claimed as met against its measure: {reason}</span>
        </>
      ),
      note: `${by}${rank === null ? '' : `, ${rank}`}, ${shortDay(dayOf(at))}`,
    })),
    ...waived.map(({ id, title, by, rank, at, reason }) => ({
      at,
      text: (
        <>
          <Link href={`/work/duties/${id}`}>{title}</Link>
          <span class="fp-second">Duty let go: {reason}</span>
        </>
      ),
      note: `${by}, ${rank}, ${shortDay(dayOf(at))}`,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Card title="Risks accepted" id="risks">
      {rows.length === 0 ? (
        <p class="fp-soft">
          None. A finding claimed as met against its measure, and a duty that somebody lets go, stand here with who
          accepted it and why.
        </p>
      ) : (
        <CardRows rows={rows.slice(0, SHOWN)} />
      )}
      {rows.length > SHOWN && <p class="fp-second">{plural(rows.length - SHOWN, 'more')}</p>}
    </Card>
  )
}

export function Changes({ changes }: Pick<ChiefModel, 'changes'>) {
  return (
    <Card title="Changed since last week" id="changes">
      {changes.latest.length === 0 ? (
        <p class="fp-soft">Nothing was written about a finding, judged or stated in seven days.</p>
      ) : (
        <CardRows
          rows={changes.latest.map(({ at, by, words, finding, question }) => ({
            text: (
              <>
                {finding !== null && <Link href={findingHref(finding.id)}>{finding.title}</Link>}
                {question !== null && <Link href={questionHref(question)}>Question {question.split('/')[1]}</Link>}
                <span class="fp-second">{words}</span>
              </>
            ),
            note: `${by}, ${shortDay(dayOf(at))}`,
          }))}
        />
      )}
      {changes.total > changes.latest.length && (
        <p class="fp-second">and {count(changes.total - changes.latest.length)} more</p>
      )}
    </Card>
  )
}

const CLAIM_KINDS = { judgement: 'Judgement', strength: 'Strength', 'finding-met': 'Finding met' } as const

export function Unproved({ unproved }: Pick<ChiefModel, 'unproved'>) {
  return (
    <Card title="Claims without evidence" id="unproved">
      {unproved.length === 0 ? (
        <p class="fp-soft">Everything that we claim has evidence that is not stale.</p>
      ) : (
        <CardRows
          rows={unproved.slice(0, SHOWN).map(({ kind, words, backing, question, finding }) => ({
            text: (
              <>
                <Link href={finding === null ? questionHref(question) : findingHref(finding)}>{words}</Link>
                <span class="fp-second">
                  {CLAIM_KINDS[kind]}, question {question.split('/')[1]}
                </span>
              </>
            ),
            note: (
              <StateTag state={backing === 'stale' ? 'not-held' : 'too-few'}>
                {backing === 'stale' ? 'stale' : 'no evidence yet'}
              </StateTag>
            ),
          }))}
        />
      )}
      {unproved.length > SHOWN && <p class="fp-second">and {count(unproved.length - SHOWN)} more</p>}
    </Card>
  )
}
