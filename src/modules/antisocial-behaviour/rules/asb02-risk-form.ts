import { scoreOf, type Answers, type Instrument } from '#kernel/assessments/instrument.ts'

export const BANDS = { standard: 'standard risk', medium: 'medium risk', high: 'high risk' } as const
export type Band = keyof typeof BANDS
const ORDER = ['standard', 'medium', 'high'] as const satisfies readonly Band[]

/** From how many points each band begins [default]. */
export const MEDIUM_FROM = 10
export const HIGH_FROM = 17

const items = [
  { code: 'frequency', words: 'How often it happens' },
  { code: 'escalation', words: 'It is getting worse' },
  {
    code: 'targeted',
    words: 'It aims at who they are: disability, race, faith, sexuality, gender identity',
    scored: false,
  },
  { code: 'health', words: 'Their health or a disability makes it worse' },
  { code: 'isolated', words: 'They are on their own, with nobody near' },
  { code: 'impact', words: 'They are afraid, and it changes how they live' },
  { code: 'place', words: 'It has happened at this place before, to others too' },
  { code: 'threats', words: 'They know who does it, or were threatened' },
  { code: 'agencies', words: 'Another agency is worried about them' },
  { code: 'children', words: 'Children live there' },
] as const

/** Whether it aims at who somebody is: any step above nought. */
export function isHate(answers: Answers): boolean {
  return (answers['targeted'] ?? 0) > 0
}

/** The band that the answers suggest; what aims at who somebody is lifts it by one. */
export function bandOf(answers: Answers): Band {
  const score = scoreOf({ items }, answers)
  const step = (score >= HIGH_FROM ? 2 : score >= MEDIUM_FROM ? 1 : 0) + (isHate(answers) ? 1 : 0)
  return ORDER[Math.min(step, 2)] ?? 'high'
}

/**
 * ASB02 The one form by which the risk to somebody harmed by anti-social behaviour is assessed: nine items of 0 to 3 summed
 * to at most 27, and one that is not summed but lifts the band [default].
 *
 * 9: standard. 10: medium. 16: medium. 17: high. 9 and aimed at their disability: medium. 10 and aimed at it: high.
 */
export const ASB_RISK = {
  code: 'ASB-RISK',
  version: 1,
  title: 'Risk to whom it harms',
  authority: 'This project; that every victim is assessed was seen in an inspection report',
  items,
  scale: ['no', 'a little', 'much', 'very much'],
  judgements: BANDS,
  suggest: bandOf,
} as const satisfies Instrument

export function isBand(text: string): text is Band {
  return Object.hasOwn(BANDS, text)
}

/** Whether a judgement goes below what the answers suggest. */
export function isLower(judged: Band, suggested: Band): boolean {
  return ORDER.indexOf(judged) < ORDER.indexOf(suggested)
}
