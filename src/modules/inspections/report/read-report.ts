import { findFramework } from '../reference/frameworks.ts'
import { GRADES, type Framework } from '../reference/framework.ts'
import type { Line } from './ins01-clean-text.ts'
import { brokenWidth, joinLines } from './ins02-joined-lines.ts'
import { readHead, readPillar } from './read-head.ts'
import { readQuestions } from './read-questions.ts'
import { reportLines } from './report-lines.ts'
import type { Published, ReadFinding, ReadReport, Warning } from './model.ts'

/**
 * Reads an inspection report from its text, pasted or of a file: force, year, pillar, questions, what it lists as findings,
 * and candidates for a person to decide on. What is not sure stands in `warnings`, with its line. Rules INS01 to INS15.
 *
 * Throws Invalid, on the field `report`, for what cannot be read as one report: no text, a file of another kind, no title,
 * no question, two reports or pillars. Pure; time and space grow with the text's length.
 */
export function readReport(text: string): ReadReport {
  const { lines, dated } = reportLines(text)
  const width = brokenWidth(lines)
  const head = readHead(joinLines(lines, width))
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
  const findings = [...read.overall.findings, ...read.questions.flatMap((question) => question.findings)]
  const all = [
    ...head.warnings,
    ...brokenWarning(lines, width),
    ...frameworkWarning(framework, head),
    ...warnings,
    ...updatedWarning(published, findings),
  ]
  return {
    force,
    year,
    period,
    pillar,
    framework: framework?.code ?? null,
    published,
    overall: read.overall,
    questions: read.questions,
    candidates: read.candidates,
    warnings: [...all, ...read.warnings].sort((a, b) => a.line - b.line),
  }
}

/** The day of publication before that of an update; of several the first. */
function publishedOf(dated: readonly Published[]): Published | null {
  return dated.find(({ says }) => says === 'published') ?? dated[0] ?? null
}

/** A page that was updated later would put off every time that runs from its publication. */
function updatedWarning(published: Published | null, findings: readonly ReadFinding[]): readonly Warning[] {
  const runs = findings.some(
    ({ due, dueWords }) => due !== null && /^(?:within|in|with|immediately)\b/i.test(dueWords ?? ''),
  )
  if (published?.says !== 'last updated' || !runs) return []
  const text = 'Times such as “within three months” were counted from the day on which the page was last updated.'
  return [{ rule: 'INS12', line: published.line, text, advice: 'Check the day on which the report was published.' }]
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
