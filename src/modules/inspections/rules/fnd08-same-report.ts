import type { Candidate, Part, ReadFinding, ReadReport } from '../report/model.ts'
import type { Grade } from '../reference/framework.ts'

/** A finding of a report with where it stands: the number of its question (null: the whole page's) and its place there. */
export interface Placed {
  readonly question: number | null
  /** Its place among the findings of its part, from 0. */
  readonly index: number
  readonly finding: ReadFinding
}

export interface Differences {
  /** In this copy and not in the one before; and the other way round. */
  readonly added: readonly Placed[]
  readonly gone: readonly Placed[]
  readonly grades: readonly {
    readonly question: number | null
    readonly before: Grade | null
    readonly now: Grade | null
  }[]
  readonly questionsAdded: readonly number[]
  readonly questionsGone: readonly number[]
  /** Places among this copy's candidates of those that the copy before did not have. */
  readonly candidates: readonly number[]
  /** Questions whose narrative is not the same. */
  readonly narratives: readonly (number | null)[]
}

/**
 * FND08 The same report, or a mended copy of it: what two readings of one inspection differ in. Findings are the same when
 * question, kind and words are, whatever their order; nothing that is gone from the copy is taken away from what was saved.
 *
 * A copy with one bullet more has one `added`; a bullet put right is one `gone` and one `added`. A report beside itself
 * differs in nothing.
 */
export function differencesOf(before: ReadReport, now: ReadReport): Differences {
  const [old, mended] = [placedFindings(before), placedFindings(now)]
  const [oldKeys, mendedKeys] = [new Set(old.map(keyOf)), new Set(mended.map(keyOf))]
  const [oldParts, parts] = [partsOf(before), partsOf(now)]
  const offered = new Set(before.candidates.map(candidateKey))
  const both = [...parts].flatMap(([question, part]) => {
    const earlier = oldParts.get(question)
    return earlier === undefined ? [] : [{ question, part, earlier }]
  })
  return {
    added: mended.filter((placed) => !oldKeys.has(keyOf(placed))),
    gone: old.filter((placed) => !mendedKeys.has(keyOf(placed))),
    grades: both
      .filter(({ part, earlier }) => part.grade !== earlier.grade)
      .map(({ question, part, earlier }) => ({ question, before: earlier.grade, now: part.grade })),
    questionsAdded: numbersIn(parts).filter((number) => !oldParts.has(number)),
    questionsGone: numbersIn(oldParts).filter((number) => !parts.has(number)),
    candidates: now.candidates.flatMap((candidate, index) => (offered.has(candidateKey(candidate)) ? [] : [index])),
    narratives: both
      .filter(({ part, earlier }) => part.narrative.join('\n') !== earlier.narrative.join('\n'))
      .map(({ question }) => question),
  }
}

/** Every finding of a report, in its order. */
export function placedFindings(report: ReadReport): readonly Placed[] {
  return [...partsOf(report)].flatMap(([question, part]) =>
    part.findings.map((finding, index) => ({ question, index, finding })),
  )
}

/** Whether two readings differ in anything that is kept. */
export function differsAtAll(differences: Differences): boolean {
  return Object.values(differences).some((list: readonly unknown[]) => list.length > 0)
}

function partsOf(report: ReadReport): ReadonlyMap<number | null, Part> {
  return new Map<number | null, Part>([
    [null, report.overall],
    ...report.questions.map((question) => [question.number, question] as const),
  ])
}

function numbersIn(parts: ReadonlyMap<number | null, Part>): readonly number[] {
  return [...parts.keys()].filter((number) => number !== null)
}

function keyOf({ question, finding }: Placed): string {
  return [question ?? 'page', finding.kind, finding.text].join('|')
}

function candidateKey({ kind, question, text }: Candidate): string {
  return [kind, question ?? 'page', text].join('|')
}
