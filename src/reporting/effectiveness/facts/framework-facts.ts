import type { EvidenceView } from '#kernel/evidence/row.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import {
  findFindings,
  FRAMEWORKS,
  gradesGiven,
  judgementsOn,
  latestFramework,
  statementsUnder,
  type FindingSummary,
  type Framework,
  type GivenGrade,
  type Judgement,
  type Statement,
} from '#modules/inspections/index.ts'
import { themesOf } from '../reference/themes.ts'
import { evidenceOn } from './evidence.ts'
import { isOwn, readForceName } from './own-force.ts'
import { readMeasureLines, type MeasureLine } from './measure-lines.ts'

/** What is known of a framework's questions, as far as this reader may read: everything that the pages and the pack are made of. */
export interface FrameworkFacts {
  readonly framework: Framework
  readonly force: string | null
  /** By full code: `PEEL2016/E1`. */
  readonly theirs: ReadonlyMap<string, GivenGrade>
  readonly ours: ReadonlyMap<string, Judgement>
  readonly statements: readonly Statement[]
  /** Of this force under every framework: one of an earlier report may still be open. */
  readonly findings: readonly FindingSummary[]
  readonly evidence: readonly EvidenceView[]
  /** Those that speak to one of the framework's questions, or that a finding is held to. */
  readonly measures: readonly MeasureLine[]
  /** Of each measure's themes, by its code. */
  readonly themes: ReadonlyMap<string, string>
}

/** Throws NotFound where there is no such framework; the newest report's where none is named. */
export async function chosenFramework(tx: Tx, code: string | null): Promise<Framework> {
  const wanted = code ?? (await latestFramework(tx)) ?? FRAMEWORKS.at(-1)?.code
  const found = FRAMEWORKS.find((framework) => framework.code === wanted)
  if (found === undefined) throw new NotFound({ kind: 'framework', id: wanted ?? '' }, 'There is no such framework.')
  return found
}

/** Twelve statements, however much there is. */
export async function readFrameworkFacts(tx: Tx, measures: Measures, framework: Framework): Promise<FrameworkFacts> {
  const theirs = await gradesGiven(tx, framework.code)
  const ours = await judgementsOn(tx, framework.code)
  const statements = await statementsUnder(tx, framework.code)
  const force = await readForceName(tx)
  const findings = (await findFindings(tx, measures)).filter(({ inspection }) => isOwn(force, inspection.force))
  const evidence = await evidenceOn(
    tx,
    framework.code,
    findings.map(({ id }) => id),
  )
  const asked = new Set<string>(framework.questions.flatMap(({ code }) => themesOf(framework.code, code)))
  const held = new Set(findings.flatMap((finding) => finding.measures.map(({ code }) => code)))
  const spoken = measures.all.filter(({ code, question }) => asked.has(question) || held.has(code))
  return {
    framework,
    force,
    theirs,
    ours,
    statements,
    findings,
    evidence,
    measures: await readMeasureLines(tx, spoken),
    themes: new Map(spoken.map(({ code, question }) => [code, question])),
  }
}
