import type { Published } from './model.ts'
import { findDate } from './dates.ts'

/**
 * The day in a line that says when the page was published or last updated; undefined for any other line. Part of INS03:
 * such a line is furniture, but a time such as "within three months" runs from its day.
 *
 * "Last updated 02/03/2017" and "Published on: 2 March 2017" are 2017-03-02.
 */
export function findPublished(text: string, line: number): Published | undefined {
  const said =
    /^(?:this (?:page|report) was )?(published|last updated|first published|publication date)\b(?: on)?:? ?(.{1,40})$/i.exec(
      text.slice(0, 120),
    )
  const date = findDate((said?.[2] ?? '').replace(/[.\s]+$/, ''))
  if (said === null || date === undefined) return undefined
  return { date, says: said[1]?.toLowerCase() === 'last updated' ? 'last updated' : 'published', line }
}
