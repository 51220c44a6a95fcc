import { findFramework } from '../reference/frameworks.ts'
import { GRADES, type Framework } from '../reference/framework.ts'
import { cleanLines, type Line } from './ins01-clean-text.ts'
import { brokenWidth, joinLines } from './ins02-joined-lines.ts'
import { isFurniture } from './ins03-furniture.ts'
import { readHead, readPillar } from './read-head.ts'
import { readQuestions } from './read-questions.ts'
import { findPublished } from './published.ts'
import type { Published, ReadReport, Warning } from './model.ts'

/**
 * Reads an inspection report from its text, pasted or of a file: force, year, pillar, questions, what it lists as findings,
 * and candidates for a person to decide on. What is not sure stands in `warnings`, with its line. Rules INS01 to INS15.
 *
 * Throws Invalid, on the field `report`, for what cannot be read as one report: no text, a file of another kind, no title,
 * no question, two reports or pillars. Pure; time and space grow with the text's length.
 */
export function readReport(text: string): ReadReport {
  const lines = cleanLines(text).filter((line) => line.text !== '')
  const dated = lines.flatMap((line) => findPublished(line.text, line.number) ?? [])
  const datedLines = new Set(dated.map(({ line }) => line))
  const kept = lines.filter((line) => !datedLines.has(line.number) && !isFurniture(line.text))
  const width = brokenWidth(kept)
  const head = readHead(joinLines(kept, width))
  const framework = findFramework(head.year)
  const hasPillars = framework === undefined || framework.questions.some(({ pillar }) => pillar !== null)
  const { pillar, body, warnings } = readPillar(head.body, hasPillars)
  const published = publishedOf(dated)
  const read = readQuestions(body, {
    framework,
    pillar,
    byGrade: !hasPillars,
    titleLine: head.line,
    around: { published: published?.date ?? null, grades: framework?.grades ?? GRADES },
  })
  const { force, year, period } = head
  const all = [...head.warnings, ...brokenWarning(kept, width), ...frameworkWarning(framework, head), ...warnings]
  return {
    ...{ force, year, period, pillar, framework: framework?.code ?? null, published },
    ...{ overall: read.overall, questions: read.questions, candidates: read.candidates },
    warnings: [...all, ...read.warnings].sort((a, b) => a.line - b.line),
  }
}

/** The day of publication before that of an update; of several the first. */
function publishedOf(dated: readonly Published[]): Published | null {
  return dated.find(({ says }) => says === 'published') ?? dated[0] ?? null
}

function brokenWarning(lines: readonly Line[], width: number | null): readonly Warning[] {
  if (width === null) return []
  const text = 'The lines are broken, as in a paste from a PDF file. They were joined into paragraphs.'
  return [{ rule: 'INS02', line: lines[0]?.number ?? 1, text, advice: 'Check where paragraphs and bullets end.' }]
}

function frameworkWarning(
  framework: Framework | undefined,
  { year, line }: { year: number; line: number },
): readonly Warning[] {
  if (framework !== undefined) return []
  const text = `No framework of inspection is known for ${year}: its questions were matched with none.`
  return [{ rule: 'INS06', line, text, advice: 'Check the year in the title.' }]
}
