import type { Measures } from '#kernel/measures/registry.ts'
import { freezeMeasure } from '#kernel/measures/freeze.ts'
import type { Tx } from '#platform/db/transaction.ts'
import {
  claimsMade,
  judgementHistory,
  type FindingSummary,
  type Framework,
  type Judgement,
} from '#modules/inspections/index.ts'
import { readFrameworkFacts, type FrameworkFacts } from '../facts/framework-facts.ts'
import { isUnder, standingsOf, type QuestionStanding } from '../facts/question-standing.ts'
import { highest } from '../rules/eff04-marking.ts'
import type { PackContent, PackedMeasure, PackedQuestion } from './pack-content.ts'

/**
 * Puts a pack together as its maker may read it now, and freezes the last figure of every measure in it. A pack leaves the
 * building, so nothing of a closed compartment is in one, whichever lists its maker is on: from here on the transaction is in
 * none.
 */
export async function gatherPack(tx: Tx, measures: Measures, framework: Framework, pack: string): Promise<PackContent> {
  await tx.client.query(`SET LOCAL app.compartments = '{}'`)
  const facts = await readFrameworkFacts(tx, measures, framework)
  const judgements = await judgementHistory(tx, framework.code)
  const claims = await claimsMade(tx)
  const standings = standingsOf(facts)
  const questions = standings.map((standing) => packedQuestion(standing, facts, judgements))
  const used = new Set(questions.flatMap((question) => question.measures))
  const packed: PackedMeasure[] = []
  for (const line of facts.measures.filter(({ code }) => used.has(code))) {
    const month = line.figures.at(-1)?.month
    const freezing = { month, purpose: 'evidence-pack', subject: pack }
    const snapshot =
      month === undefined ? null : await freezeMeasure(tx, measures.get(line.code), { ...freezing, month })
    packed.push({ ...line, snapshot })
  }
  return {
    force: facts.force ?? 'The force',
    framework: { code: framework.code, name: framework.name },
    madeBy: { name: tx.reader.name, post: tx.reader.postingTitle ?? '', clearance: tx.reader.clearance },
    frozenAt: tx.now.toISOString(),
    marking: highest(markingsIn(questions)),
    questions,
    measures: packed,
    overridden: claims.filter(({ held }) => !held),
    sources: sourcesOf(facts, packed),
  }
}

function packedQuestion(
  standing: QuestionStanding,
  facts: FrameworkFacts,
  judgements: readonly Judgement[],
): PackedQuestion {
  const { code, number, title, gradable, theirs, statements } = standing
  const findings = [...standing.findings, ...standing.earlier]
  const ids = new Set(findings.map(({ id }) => id))
  const evidence = facts.evidence.filter(
    ({ question, record }) => (question !== null && isUnder(question, code)) || (record !== null && ids.has(record.id)),
  )
  return {
    code,
    number,
    title,
    gradable,
    theirs,
    judgements: judgements.filter(({ question }) => isUnder(question, code)),
    strengths: statements.filter(({ kind }) => kind === 'strength'),
    gaps: statements.filter(({ kind }) => kind === 'gap'),
    findings: findings.map(packedFinding),
    measures: standing.measures.map((measure) => measure.code),
    evidence: evidence.map((each) => ({
      title: each.title,
      kind: each.kind,
      words: each.words,
      observedOn: each.observedOn,
      age: each.age,
      addedBy: each.addedByName,
      marking: each.marking,
      reference: each.record?.reference ?? null,
    })),
  }
}

function packedFinding(finding: FindingSummary): PackedQuestion['findings'][number] {
  const { reference, title, text, kind, due, stage, inspectorate, reasons, measures, claim, everOverridden } = finding
  return {
    reference,
    title,
    text,
    kind,
    due,
    stage,
    inspectorate,
    reasons,
    measures,
    claim,
    everOverridden,
    marking: finding.marking,
    colour: finding.colour,
    freshness: finding.evidence.freshness,
    owner: finding.owner?.name ?? finding.team?.name ?? null,
    year: finding.inspection.year,
  }
}

function markingsIn(questions: readonly PackedQuestion[]) {
  return questions.flatMap(({ findings, strengths, gaps, evidence }) =>
    [...findings, ...strengths, ...gaps, ...evidence].map(({ marking }) => marking),
  )
}

function sourcesOf({ theirs, evidence }: FrameworkFacts, measures: readonly PackedMeasure[]): readonly string[] {
  const reports = [...theirs.values()].map(({ force, year }) => `The inspectorate’s report on ${force}, ${year}.`)
  const documents = evidence.length === 0 ? [] : ['Evidence kept in this system, each with the day of which it tells.']
  return [...new Set([...reports, ...measures.map(({ code, source }) => `${code}: ${source}`), ...documents])]
}
