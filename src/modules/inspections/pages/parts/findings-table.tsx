import { findCivilDate, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import type { Content } from '#ui/govuk/options.ts'
import { age, daysLeft, shortDay } from '#ui/words/dates.ts'
import { findingHref } from '../../addresses.ts'
import { KINDS, type FindingSummary } from '../../queries/finding-model.ts'
import { ANSWERS } from '../../rules/fnd06-answer.ts'
import { INSPECTORATE_STATUSES } from '../../rules/fnd05-inspectorate.ts'
import { STAGES } from '../../rules/fnd04-stages.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { ColourTag, FreshnessTag } from './states.tsx'

interface FindingsTableProps {
  readonly findings: readonly FindingSummary[]
  readonly today: CivilDate
  readonly empty: Content
  /** Under one inspection the question and the year are said already. */
  readonly withoutQuestion?: boolean
}

/** Findings, one a row: what was found, how it stands and why, both statuses, evidence, date, owner. */
export function FindingsTable({ findings, today, empty, withoutQuestion }: FindingsTableProps) {
  return (
    <DataTable
      caption="Findings"
      captionHidden
      rows={findings}
      empty={empty}
      columns={[
        {
          header: 'Finding',
          cell: (finding) => (
            <>
              <Link href={findingHref(finding.id)}>{finding.title}</Link>
              <span class="fp-second">
                {KINDS[finding.kind]}
                {finding.urgent && ', urgent'} · <Reference>{finding.reference}</Reference>
              </span>
            </>
          ),
        },
        ...(withoutQuestion === true
          ? []
          : [
              {
                header: 'Question',
                nowrap: true,
                cell: ({ question, inspection }: FindingSummary) => (
                  <>
                    {inspection.year}, question {question.number}
                    <span class="fp-second">{inspection.pillar}</span>
                  </>
                ),
              },
            ]),
        {
          header: 'How it stands',
          phoneLabel: false,
          cell: ({ colour, reasons }) => (
            <>
              <ColourTag colour={colour} />
              {colour !== 'green' && <span class="fp-second">{reasons[0]}</span>}
            </>
          ),
        },
        { header: 'The force says', cell: forceSays },
        { header: 'The inspectorate says', cell: ({ inspectorate }) => INSPECTORATE_STATUSES[inspectorate] },
        {
          header: 'Evidence',
          cell: ({ evidence }) => (
            <>
              <FreshnessTag freshness={evidence.freshness} />
              {evidence.newest !== null && <span class="fp-second">{ageWords(evidence.newest, today)}</span>}
            </>
          ),
        },
        {
          header: 'Due',
          nowrap: true,
          cell: ({ due }) => (due === null ? 'no date' : <Due due={due} today={today} />),
        },
        {
          header: 'Owner',
          cell: ({ owner, team }) => (
            <>
              {owner === null ? (
                (team?.name ?? 'nobody yet')
              ) : (
                <Link href={`/colleagues/${owner.id}`}>{owner.name}</Link>
              )}
              {owner !== null && team !== null && <span class="fp-second">{team.name}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

function forceSays({ stage, answer, everOverridden, claim }: FindingSummary) {
  return (
    <>
      {STAGES[stage]}
      {answer !== null && <span class="fp-second">{ANSWERS[answer]}</span>}
      {everOverridden && (
        <span class="fp-second">
          <strong>{claim === 'overridden' ? 'against what is shown' : 'once claimed against what is shown'}</strong>
        </span>
      )}
    </>
  )
}

/** A date with how far away it is. */
export function Due({ due, today }: { readonly due: string; readonly today: CivilDate }) {
  return (
    <>
      {shortDay(due)} {due.slice(0, 4)}
      <span class="fp-second">{daysLeft(due, today)}</span>
    </>
  )
}

function ageWords(on: string, today: CivilDate): string {
  const day = findCivilDate(on)
  return day === undefined || day > today ? on : age(day, today) === 'today' ? 'of today' : `${age(day, today)} old`
}
