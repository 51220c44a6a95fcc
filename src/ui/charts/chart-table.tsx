import type { ComponentChildren, JSX } from 'preact'

export type ChartColumn = { readonly heading: string; readonly numeric?: boolean }

type ChartTableProps = {
  caption: string
  columns: readonly ChartColumn[]
  /** The first cell of a row names it. */
  rows: readonly (readonly ComponentChildren[])[]
}

/** The numbers of a chart as a table: what the chart draws, no more and no less. */
export function ChartTable({ caption, columns, rows }: ChartTableProps): JSX.Element {
  const numeric = (index: number) => (columns[index]?.numeric ? 'chart-number' : undefined)
  return (
    <div class="chart-table-room" role="region" aria-label={caption} tabindex={0}>
      <table class="chart-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading }, index) => (
              <th scope="col" class={numeric(index)} key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" key={index}>
                    {cell}
                  </th>
                ) : (
                  <td class={numeric(index)} key={index}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
