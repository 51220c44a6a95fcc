import { individualsChart } from '#calculations/control-chart/individuals-chart.ts'
import type { ControlChart } from '#calculations/control-chart/control-chart.ts'
import { address } from '#kernel/web/parts/addresses.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { victimRule } from '#kernel/victims-code/victim-rules.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { COMPLIANCE } from '../../addresses.ts'
import { RIGHTS, findRight } from '../../rules/rights.ts'
import type { ComplianceModel } from '../compliance.tsx'
import { KeptCell, type CellOf } from './cell.tsx'

type RightRow = ComplianceModel['rights'][number]
type Side = 'standard' | 'enhanced'

/** The twelve rights, standard and enhanced beside each other, each with its twelve months. */
export function RightsTable({ model }: { readonly model: ComplianceModel }) {
  const at = placeOf(model)
  return (
    <DataTable
      caption="How each right was kept"
      captionHidden
      rows={model.rights}
      empty={null}
      columns={[
        {
          header: 'Right',
          cell: ({ right }) => (
            <Link href={address(COMPLIANCE, { ...at, right })}>
              {right}. {RIGHTS[right]}
            </Link>
          ),
        },
        ...sides('Standard', 'standard', at),
        ...sides('Enhanced', 'enhanced', at),
      ]}
    />
  )
}

function sides(header: string, side: Side, at: CellOf) {
  return [
    { header, cell: (row: RightRow) => <KeptCell cell={row[side]} of={{ ...at, right: row.right, side }} /> },
    {
      header: `${header}, twelve months`,
      cell: ({ right, line }: RightRow) => {
        const chart = chartOf(line, side)
        return chart.points.length === 0 ? (
          'no evidence yet'
        ) : (
          <SmallControlChart
            id={`right-${right}-${side}`}
            title={`Right ${right}, ${side}: per cent in time`}
            chart={chart}
            decimals={0}
          />
        )
      },
    },
  ]
}

/** Months in which nothing was owed, or it is withheld, are gaps. */
function chartOf(line: RightRow['line'], side: Side): ControlChart {
  const chart = individualsChart(
    line.flatMap(({ month, [side]: { inTime, owed } }) =>
      typeof inTime === 'number' && typeof owed === 'number' && owed > 0
        ? [{ month, value: (100 * inTime) / owed }]
        : [],
    ),
    { lowest: 0 },
  )
  if (chart.kind !== 'chart') return chart
  return { ...chart, points: chart.points.map((point) => ({ ...point, high: Math.min(100, point.high) })) }
}

/** The rules of the right that was chosen. */
export function RulesTable({ model }: { readonly model: ComplianceModel }) {
  const right = findRight(model.right ?? 0)
  if (right === undefined) return null
  const at = placeOf(model)
  return (
    <>
      <h2>
        Rules of right {right}: {RIGHTS[right]}
      </h2>
      {model.published && (
        <p class="govuk-body">Of the whole force, late, waived and overdue are shown of the right alone.</p>
      )}
      <DataTable
        caption={`Rules of right ${right}`}
        captionHidden
        rows={model.rules}
        empty={<EmptyState title="Nothing was owed under this right">In the twelve months to then.</EmptyState>}
        columns={[
          {
            header: 'Rule',
            cell: ({ rule }) => (
              <>
                {victimRule(rule).title}
                <span class="fp-second">{rule}</span>
              </>
            ),
          },
          ...(['standard', 'enhanced'] as const).map((side) => ({
            header: side === 'standard' ? 'Standard' : 'Enhanced',
            cell: (row: ComplianceModel['rules'][number]) => (
              <KeptCell cell={row[side]} of={{ ...at, rule: row.rule, side }} />
            ),
          })),
        ]}
      />
    </>
  )
}

function placeOf({ month, period, area, unit }: ComplianceModel): CellOf {
  return { month, period, area, unit }
}
