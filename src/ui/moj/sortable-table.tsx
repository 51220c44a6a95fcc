import { Table, type TableCell, type TableProps } from '../govuk/table.tsx'

export interface SortableColumn extends TableCell {
  /** Left out: not sortable. "none" is sortable, but not sorted by now. */
  readonly sort?: 'ascending' | 'descending' | 'none' | undefined
}

export interface SortableTableCell extends TableCell {
  /** What to sort by where the words do not sort, for example a date in ISO form. */
  readonly sortValue?: string | number | undefined
}

export interface SortableTableProps extends Omit<TableProps, 'head' | 'rows'> {
  readonly head: readonly SortableColumn[]
  readonly rows: readonly (readonly SortableTableCell[])[]
}

/** MoJ sortable table: a GOV.UK table that its script sorts in the browser. For lists of one page; longer ones sort on the server. */
export function SortableTable({ head, rows, attributes, ...table }: SortableTableProps) {
  return (
    <Table
      {...table}
      attributes={{ 'data-module': 'moj-sortable-table', ...attributes }}
      head={head.map(({ sort, ...cell }) => withAttribute(cell, 'aria-sort', sort))}
      rows={rows.map((row) => row.map(({ sortValue, ...cell }) => withAttribute(cell, 'data-sort-value', sortValue)))}
    />
  )
}

function withAttribute(cell: TableCell, name: string, value: string | number | undefined): TableCell {
  return value === undefined ? cell : { ...cell, attributes: { ...cell.attributes, [name]: value } }
}
