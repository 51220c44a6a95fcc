import type { FindingSummary, Judgement, Statement } from '#modules/inspections/index.ts'

/** What the freshest evidence behind a claim is worth. */
export type Backing = 'fresh' | 'ageing' | 'stale' | 'none'

/** Something that the force says of itself and would have to prove. */
export interface Claim {
  readonly kind: 'judgement' | 'strength' | 'finding-met'
  readonly words: string
  readonly backing: Backing
  /** Full code of the question that it is said on: `PEEL2016/E1`. */
  readonly question: string
  /** Of a finding that is claimed as met. */
  readonly finding: string | null
}

export interface ClaimFacts {
  readonly question: string
  /** On the question itself, not its diagnostics. */
  readonly judgement: Judgement | null
  readonly statements: readonly Statement[]
  readonly findings: readonly Pick<FindingSummary, 'id' | 'title' | 'claim' | 'evidence'>[]
  /** Of every piece of evidence on the question and its diagnostics. */
  readonly evidence: readonly Backing[]
}

const BEST_FIRST = ['fresh', 'ageing', 'stale', 'none'] as const satisfies readonly Backing[]

/**
 * EFF01 What the force claims on a question: a judgement with a grade, each strength that stands, each finding that it says is
 * met. A claim is worth what the freshest evidence behind it is worth: evidence on the question behind the judgement, its own
 * behind a strength, that of the finding behind the finding. A gap claims nothing.
 *
 * A grade with no evidence on the question: one claim, `none`. A strength with evidence of last week: one claim, `fresh`.
 */
export function claimsOn({ question, judgement, statements, findings, evidence }: ClaimFacts): readonly Claim[] {
  const judged: readonly Claim[] =
    judgement === null || judgement.grade === null
      ? []
      : [claim('judgement', `Our own judgement: ${judgement.grade}`, best(evidence), question)]
  const strengths = statements
    .filter(({ kind, withdrawn }) => kind === 'strength' && withdrawn === null)
    .map(({ text, evidence: named }) => claim('strength', text, backingOf(named?.age), question))
  const met = findings
    .filter(({ claim: standing }) => standing !== 'none')
    .map(({ id, title, evidence: { freshness } }) => ({
      ...claim('finding-met', `Met: ${title}`, freshness, question),
      finding: id,
    }))
  return [...judged, ...strengths, ...met]
}

/** Whether nothing that is worth anything stands behind it. */
export function isUnproved({ backing }: Pick<Claim, 'backing'>): boolean {
  return backing === 'none' || backing === 'stale'
}

/** The best of several; none of none. */
export function best(backings: readonly Backing[]): Backing {
  return BEST_FIRST.find((backing) => backings.includes(backing)) ?? 'none'
}

/** Withdrawn evidence is worth what no evidence is. */
export function backingOf(age: Backing | 'withdrawn' | undefined): Backing {
  return age === undefined || age === 'withdrawn' ? 'none' : age
}

function claim(kind: Claim['kind'], words: string, backing: Backing, question: string): Claim {
  return { kind, words, backing, question, finding: null }
}
