import type { Grade, Pillar } from '../reference/framework.ts'
import type { Candidate, FindingKind, Part, ReadReport, Warning } from './model.ts'
import type { CivilDate } from '#calculations/calendar/civil-date.ts'

interface FindingJson {
  readonly kind: FindingKind
  readonly text: string
  readonly due: CivilDate | null
}

interface PartJson {
  readonly title: string | null
  readonly grade: Grade | null
  /** The words that say that the earlier grade stands; left out where it was inspected. */
  readonly standing?: string
  readonly findings: readonly FindingJson[]
}

/** What `import inspection FILE --dry-run --json` prints. */
export interface ReportJson {
  readonly force: string
  readonly year: number
  readonly pillar: Pillar | null
  /** Of the whole pillar, where the report gives it. */
  readonly pillarGrade: Grade | null
  readonly questions: readonly (PartJson & { readonly number: number; readonly title: string })[]
  /** What the report lists under the heading of the whole page; left out where there is nothing. */
  readonly overall?: PartJson
  readonly candidates: readonly Candidate[]
  readonly warnings: readonly Warning[]
}

/** A report that was read, as the command line prints it: no narrative, findings in the report's order. */
export function reportJson({ force, year, pillar, overall, questions, candidates, warnings }: ReadReport): ReportJson {
  return {
    force,
    year,
    pillar,
    pillarGrade: overall.grade,
    questions: questions.map((question) => ({ number: question.number, ...partJson(question), title: question.title })),
    ...(overall.findings.length === 0 && overall.standing === null ? {} : { overall: partJson(overall) }),
    candidates,
    warnings,
  }
}

function partJson({ title, grade, standing, findings }: Part): PartJson {
  return {
    title,
    grade,
    ...(standing === null ? {} : { standing: standing.text }),
    findings: findings.map(({ kind, text, due }) => ({ kind, text, due })),
  }
}
