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
                {row.map((cell, index) => bodyCell(cell, index === 0 && props.firstCellIsHeader === true))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

/** Not a component of its own, and nothing spread in the common case: a page has hundreds of cells. */
function bodyCell(cell: TableCell, header: boolean) {
  const plain = !(cell.classes || cell.attributes || cell.colspan || cell.rowspan)
  if (header)
    return plain ? (
      <th scope="row" class="govuk-table__header">
        {cell.text}
      </th>
    ) : (
      <th scope="row" {...cellAttributes('govuk-table__header', cell, false)}>
        {cell.text}
      </th>
    )
  return plain && !cell.format ? (
    <td class="govuk-table__cell">{cell.text}</td>
  ) : (
    <td {...cellAttributes('govuk-table__cell', cell, true)}>{cell.text}</td>
  )
}

/** Only what is given: each attribute costs its time even when it says nothing. */
function cellAttributes(base: string, cell: TableCell, withFormat: boolean) {
  const format = withFormat && cell.format
  const attributes: Record<string, string | number> = {
    class: format || cell.classes ? classNames(base, format && `${base}--${format}`, cell.classes) : base,
  }
  if (cell.colspan) attributes['colspan'] = cell.colspan
  if (cell.rowspan) attributes['rowspan'] = cell.rowspan
  return cell.attributes ? Object.assign(attributes, attributesOf(cell.attributes)) : attributes
}
