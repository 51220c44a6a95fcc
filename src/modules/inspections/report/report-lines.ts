import { cleanLines, type Line } from './ins01-clean-text.ts'
import { isFurniture } from './ins03-furniture.ts'
import { findTitle } from './ins04-title.ts'
import type { Published } from './model.ts'
import { findPublished } from './published.ts'

/** A line of the report itself. */
export interface ReportLine extends Line {
  /** Page furniture stood between it and the line before: the sentence may go on over a page's end. */
  readonly afterFurniture: boolean
}

/**
 * The lines that are the report's own, and the days that its furniture gives (INS01, INS03). A title that comes again word
 * for word heads every page of a PDF file, and is furniture from then on. Throws Invalid as `cleanLines` does.
 */
export function reportLines(text: string): {
  readonly lines: readonly ReportLine[]
  readonly dated: readonly Published[]
} {
  const lines: ReportLine[] = []
  const dated: Published[] = []
  const titles = new Set<string>()
  let afterFurniture = false
  for (const line of cleanLines(text)) {
    if (line.text === '') continue
    const published = findPublished(line.text, line.number)
    if (published !== undefined) dated.push(published)
    if (published !== undefined || titles.has(line.text) || isFurniture(line.text)) {
      afterFurniture = true
      continue
    }
    if (findTitle(line.text) !== undefined) titles.add(line.text)
    lines.push({ ...line, afterFurniture })
    afterFurniture = false
  }
  return { lines, dated }
}
