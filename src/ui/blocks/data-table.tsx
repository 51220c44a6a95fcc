import { classNames, type Content } from '../govuk/options.ts'

export interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row) => Content
  /** "number": right-aligned tabular figures. "tabular": figures in columns, at the left. */
  readonly align?: 'left' | 'right' | 'number' | 'tabular' | undefined
  /** The words before the value on a phone; the header if left out, none at all with `false` (a state tells itself). */
  readonly phoneLabel?: string | false | undefined
  /** The list can be sorted by this column: the address that does so, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined } | undefined
  /** Keep the values on one line. */
  readonly nowrap?: boolean | undefined
}

export interface DataTableProps<Row> {
  readonly caption: string
  /** The caption is said to screen readers only: a heading above says the same. */
  readonly captionHidden?: boolean | undefined
  /** The first one says what and whose: it is the header of its row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** What stands in place of the table when there are no rows: an `EmptyState`. */
  readonly empty: Content
  readonly id?: string | undefined
}

/**
 * A dense table of records. On a phone each row becomes a card with the same words; the roles are written out because a
 * table that is laid out as blocks is otherwise no table to screen readers.
 */
export function DataTable<Row>({ caption, captionHidden, columns, rows, empty, id }: DataTableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <div class="fp-table-frame">
      <table class="fp-table" role="table" id={id}>
        <caption class={captionHidden ? 'govuk-visually-hidden' : 'fp-table__caption'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th scope="col" role="columnheader" class={alignment(column)} aria-sort={column.sort?.direction}>
                {column.sort ? <SortLink column={column} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th scope="row" role="rowheader" class={alignment(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td role="cell" class={alignment(column)}>
                    <PhoneLabel column={column} />
                    <span class="fp-table__value">{column.cell(row)}</span>
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

/** Only shown on a phone, and never said: screen readers have the column's header. */
function PhoneLabel<Row>({ column }: { readonly column: Column<Row> }) {
  const label = column.phoneLabel ?? column.header
  return label === false || label === '' ? null : (
    <span class="fp-table__label" aria-hidden="true">
      {label}
    </span>
  )
}

function SortLink<Row>({ column }: { readonly column: Column<Row> }) {
  const direction = column.sort?.direction
  return (
    <a class="fp-sort" href={column.sort?.href ?? ''}>
      {column.header}
      <svg class="fp-sort__mark" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
        {direction !== 'descending' && <path d="M5 0 8.5 4H1.5Z" />}
        {direction !== 'ascending' && <path d="M5 10 1.5 6H8.5Z" />}
      </svg>
    </a>
  )
}

function alignment<Row>(column: Column<Row>): string | undefined {
  return classNames(column.align && `fp-${column.align}`, column.nowrap && 'fp-nowrap') || undefined
}
