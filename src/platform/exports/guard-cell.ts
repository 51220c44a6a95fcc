/** What makes a spreadsheet take a cell for a formula, or move on to the next one. */
const STARTS_A_FORMULA = /^[=+\-@\t\r]/
const IS_A_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/**
 * Text as it may stand in a cell of a file that people open in a spreadsheet: what would be taken for a formula gets an
 * apostrophe before it, and is then only text. Numbers stay as they are, negative ones too.
 * Source: OWASP, CSV injection.
 */
export function guardCell(text: string): string {
  return STARTS_A_FORMULA.test(text) && !IS_A_NUMBER.test(text) ? `'${text}` : text
}
