import { DECIMALS, valueWords } from '#kernel/measures/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import {
  ColourTag,
  FINDINGS,
  findingHref,
  IMPORT,
  INSPECTORATE_STATUSES,
  KINDS,
  STAGES,
  type FindingSummary,
} from '#modules/inspections/index.ts'
import { chartOf, measureHref } from '#modules/measures/index.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { age } from '#ui/words/dates.ts'
import { count, decimal } from '#ui/words/numbers.ts'
import type { MeasureLine } from '../../facts/measure-lines.ts'

interface ChiefFindingsProps {
  readonly findings: readonly FindingSummary[]
  readonly measures: readonly MeasureLine[]
  readonly today: string
  readonly framework: string
}

/** So many stand on the page; the list has all. */
const SHOWN = 12

/** A finding as one line, with the measure that stands worst. */
interface Line {
  readonly finding: FindingSummary
  readonly linked: FindingSummary['measures'][number] | null
  readonly measure: MeasureLine | null
}

/** Every area for improvement with our status and theirs, its measure, whether it holds, and how old its evidence is. */
export function ChiefFindings({ findings, measures, today, framework }: ChiefFindingsProps) {
  const lines = findings.slice(0, SHOWN).map((finding) => lineOf(finding, measures))
  return (
    <>
      <DataTable
        caption="Areas for improvement"
        rows={lines}
        columns={[
          {
            header: 'Area and owner',
            cell: ({ finding }) => <Name finding={finding} />,
          },
          {
            header: 'Ours, theirs',
            cell: ({ finding }) => (
              <>
                <span class="fp-nowrap">{STAGES[finding.stage]}</span>
                {finding.everOverridden && <strong> against its measure</strong>}
                <span class="fp-second fp-nowrap">{INSPECTORATE_STATUSES[finding.inspectorate]}</span>
              </>
            ),
          },
          {
            header: 'Measure',
            cell: ({ linked, finding }) =>
              linked === null ? (
                <span class="fp-soft">not yet measurable</span>
              ) : (
                <>
                  <Link href={measureHref(linked.code)}>{linked.name}</Link>
                  {finding.measures.length > 1 && (
                    <span class="fp-second">and {count(finding.measures.length - 1)} more</span>
                  )}
                </>
              ),
          },
          {
            header: 'Now',
            align: 'number',
            cell: ({ measure }) => <Now measure={measure} />,
          },
          { header: 'Target', align: 'number', nowrap: true, cell: targetWords },
          {
            header: 'Month by month',
            phoneLabel: false,
            cell: (line) => <Chart line={line} />,
          },
          { header: 'Holding?', phoneLabel: false, cell: ({ finding }) => <ColourTag colour={finding.colour} /> },
          { header: 'Evidence', nowrap: true, cell: ({ finding }) => <EvidenceAge finding={finding} today={today} /> },
        ]}
        empty={
          <EmptyState title={`No area for improvement of ${framework} is here`}>
            <p>
              <Link href={IMPORT}>Import the inspection report</Link>: its findings stand here with their owner, measure
              and evidence. Or see <Link href={FINDINGS}>all findings</Link>.
            </p>
          </EmptyState>
        }
      />
      {findings.length > SHOWN && (
        <p>
          <Link href={FINDINGS}>All {count(findings.length)} findings</Link>
        </p>
      )}
    </>
  )
}

/** Which of several measures stands worst, and is shown. */
const WORST_FIRST = ['not-held', 'slipping', 'not-measurable', 'not-yet', 'holding'] as const

function lineOf(finding: FindingSummary, measures: readonly MeasureLine[]): Line {
  const linked =
    WORST_FIRST.map((state) => finding.measures.find((each) => each.state === state)).find(
      (each) => each !== undefined,
    ) ?? null
  return { finding, linked, measure: measures.find(({ code }) => code === linked?.code) ?? null }
}

function Name({
  finding: { id, title, kind, question, inspection, owner, team },
}: {
  readonly finding: FindingSummary
}) {
  const who = owner?.name ?? team?.name ?? 'nobody owns it yet'
  const what = kind === 'afi' ? '' : `${KINDS[kind]} · `
  return (
    <div class="fp-lead-cell">
      <Link href={findingHref(id)}>{title}</Link>
      <span class="fp-second">
        {what}
        {who} · question {question.number}, {inspection.year}
      </span>
    </div>
  )
}

/** The figure, and what it is counted in where that is not a sign. */
function Now({ measure }: Pick<Line, 'measure'>) {
  const last = measure?.figures.at(-1)
  if (measure === null || last === undefined) return <span class="fp-soft fp-nowrap">no evidence yet</span>
  if (last.value === null) return <span class="fp-soft">no value</span>
  return (
    <>
      <strong>{shortValue(measure, last.value)}</strong>
      {measure.unit === 'per 1,000 people' && <span class="fp-second">per 1,000</span>}
    </>
  )
}

function targetWords({ linked, measure }: Line): string {
  if (linked === null || measure === null) return '–'
  return `${linked.direction === 'at-least' ? 'at least' : 'at most'} ${shortValue(measure, linked.target)}`
}

function shortValue({ unit }: Pick<MeasureLine, 'unit'>, value: number): string {
  return unit === 'per 1,000 people' ? decimal(value, DECIMALS[unit]) : valueWords(unit, value)
}

function Chart({ line: { finding, linked, measure } }: { readonly line: Line }) {
  if (measure === null || measure.figures.length === 0) return <>–</>
  return (
    <SmallControlChart
      id={`chart-${finding.id}`}
      title={`${measure.name}, for ${finding.title}`}
      chart={chartOf(measure.unit, measure.figures)}
      {...(linked !== null && { target: linked.target })}
      decimals={DECIMALS[measure.unit]}
    />
  )
}

function EvidenceAge({ finding: { evidence }, today }: { readonly finding: FindingSummary; readonly today: string }) {
  if (evidence.newest === null) return <span class="fp-due fp-due--over">none yet</span>
  const words = evidence.newest >= today ? 'today' : age(evidence.newest, today)
  if (evidence.freshness === 'fresh') return <>{words}</>
  return (
    <span class={`fp-due fp-due--${evidence.freshness === 'stale' ? 'over' : 'soon'}`}>
      {words} <span class="fp-second">{evidence.freshness}</span>
    </span>
  )
}
