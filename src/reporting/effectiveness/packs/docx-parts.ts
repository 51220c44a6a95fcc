import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

/** Blocks of a word processor's document. Nothing in them is made up at random, so that the same words give the same bytes. */

export function heading(text: string, level: 1 | 2 | 3): Paragraph {
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
  return new Paragraph({ text, heading: levels[level], keepNext: true })
}

export function words(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(text)], spacing: { after: 120 } })
}

export function labelled(label: string, text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(text)],
    spacing: { after: 80 },
  })
}

export function bullet(text: string): Paragraph {
  return new Paragraph({ text, bullet: { level: 0 } })
}

/** A table with a head that is repeated on every page; what stands in its place where there are no rows. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
): Table | Paragraph {
  if (rows.length === 0) return words(empty)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cell(column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  })
}

function cell(text: string, bold: boolean): TableCell {
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ children: [new TextRun({ text, bold, size: 18 })] })],
  })
}
