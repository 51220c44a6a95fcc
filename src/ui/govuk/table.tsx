import { attributesOf, classNames, type Maybe, type Styled, type Words } from './options.ts'

export interface TableCell extends Words {
  /** "numeric" sets it to the right. */
  readonly format?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export interface TableProps extends Styled {
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly head?: readonly TableCell[] | undefined
  readonly rows?: readonly Maybe<readonly TableCell[]>[] | undefined
  readonly firstCellIsHeader?: boolean | undefined
}

/** GOV.UK table. For lists of records use `DataTable` in `blocks/`. */
export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.classes)} {...attributesOf(props.attributes)}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <th scope="col" {...cellAttributes('govuk-table__header', cell, true)}>
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows?.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && props.firstCellIsHeader ? (
                    <th scope="row" {...cellAttributes('govuk-table__header', cell, false)}>
                      {cell.text}
                    </th>
                  ) : (
                    <td {...cellAttributes('govuk-table__cell', cell, true)}>{cell.text}</td>
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function cellAttributes(base: string, cell: TableCell, withFormat: boolean) {
  return {
    class: classNames(base, withFormat && cell.format && `${base}--${cell.format}`, cell.classes),
    colspan: cell.colspan || undefined,
    rowspan: cell.rowspan || undefined,
    ...attributesOf(cell.attributes),
  }
}
