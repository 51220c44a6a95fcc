import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { valueWords } from '#kernel/measures/words.ts'
import { dayAndTime } from '#ui/words/dates.ts'
import { bullet, heading, labelled, table, words } from './docx-parts.ts'
import type { PackContent, PackedMeasure } from './pack-content.ts'
import { questionBlocks } from './question-blocks.ts'
import { figureParts, frozenFigure, frozenWords, madeWords, PACK_TERMS } from './pack-words.ts'

/** So many months of a measure stand in its table. */
const MONTHS = 12

/** The pack for a word processor, marking and maker on every page. The same pack gives the same `word/document.xml`. */
export async function packDocument({ id, sha256, content }: PackParts): Promise<Buffer> {
  const { marking, force, framework, madeBy } = content
  const document = new Document({
    creator: madeBy.name,
    title: `Evidence pack, ${force}, ${framework.name}`,
    styles: { default: { document: { run: { font: 'Arial', size: 21 } } } },
    sections: [
      {
        headers: { default: new Header({ children: [centred(marking)] }) },
        footers: { default: new Footer({ children: [footOf(content)] }) },
        children: [
          heading(`${force}: evidence pack, ${framework.name}`, 1),
          words(madeWords(content)),
          ...PACK_TERMS.map(words),
          labelled('Pack', id),
          labelled('SHA-256 of what was frozen', sha256),
          ...content.questions.flatMap((question) => questionBlocks(question, content)),
          heading('Measures', 1),
          ...content.measures.flatMap(measureBlocks),
          heading('“Met” against the measure', 1),
          overriddenTable(content),
          heading('Sources', 1),
          ...content.sources.map(bullet),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

interface PackParts {
  readonly id: string
  readonly sha256: string
  readonly content: PackContent
}

function centred(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] })
}

function footOf({ madeBy, frozenAt, marking }: PackContent): Paragraph {
  const maker = `${marking}. Made by ${madeBy.name} at ${madeBy.name}’s clearance. ${frozenWords(frozenAt)} Page `
  return new Paragraph({
    children: [new TextRun({ size: 16, children: [maker, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })
}

function measureBlocks(measure: PackedMeasure): readonly (Paragraph | Table)[] {
  const { code, version, name, definition, unit, figures, snapshot } = measure
  return [
    heading(`${code} ${name}, version ${version}`, 2),
    words(definition),
    labelled('Above the line', measure.numerator),
    ...(measure.denominator === null ? [] : [labelled('Below the line', measure.denominator)]),
    labelled('Unknown', measure.unknown),
    labelled('Frozen figure', frozenFigure(measure)),
    labelled('Snapshot', snapshot ?? 'none: there was no figure to freeze'),
    table(
      ['Month', 'Value', 'Counted'],
      figures
        .slice(-MONTHS)
        .map((figure) => [
          formatMonth(figure.month),
          figure.value === null ? 'no value' : valueWords(unit, figure.value),
          figureParts(figure),
        ]),
      'No month has a figure yet.',
    ),
    labelled('Source', `${measure.source} ${measure.authority}.`),
  ]
}

function overriddenTable({ overridden }: PackContent): Paragraph | Table {
  return table(
    ['Finding', 'Claimed by', 'Why', 'What the measures showed'],
    overridden.map(({ reference, title, by, rank, at, reason, shown, withdrawnAt }) => [
      `${reference} ${title}`,
      `${by}, ${rank ?? ''}, ${dayAndTime(at)}${withdrawnAt === null ? '' : '; taken back since'}`,
      reason ?? '',
      shown,
    ]),
    'Nobody has claimed a finding as met against its measure.',
  )
}
