import { withFilters } from '#modules/inspections/index.ts'

/** Addresses of these pages. */
export const FIVE_QUESTIONS = '/effectiveness'
export const CHIEF = '/effectiveness/chief'
export const PROVE = '/effectiveness/prove'
export const PACKS = '/effectiveness/packs'
export const VISITS = '/effectiveness/visits'
export const QUESTION = '/effectiveness/questions'

/** `PEEL2016/E1` or `PEEL2016/E1.2`: a diagnostic stands on the page of its question. */
export function questionHref(code: string): string {
  const [framework = '', question = ''] = code.split('/')
  const [whole = '', diagnostic] = question.split('.')
  return `${QUESTION}/${framework}/${whole}${diagnostic === undefined ? '' : `#diagnostic-${whole}-${diagnostic}`}`
}

/** The page of a question without its diagnostic. */
function pageOf(code: string): string {
  return questionHref(code).split('#')[0] ?? ''
}

/** Where a question or a diagnostic is judged. */
export function judgeHref(code: string): string {
  return `${pageOf(code)}/judge${code.includes('.') ? `?on=${encodeURIComponent(code)}` : ''}`
}

export function stateHref(code: string): string {
  return `${pageOf(code)}/state`
}

export function takeBackHref(code: string, statement: string): string {
  return `${pageOf(code)}/statements/${statement}/take-back`
}

/** Back on the question's page, saying once what was done. */
export function doneHref(code: string, done: string, at: string): string {
  return `${pageOf(code)}?done=${done}#${at}`
}

export function questionsHref(framework: string): string {
  return withFilters(FIVE_QUESTIONS, { framework })
}

export function packHref(id: string): string {
  return `${PACKS}/${id}`
}

export function visitHref(id: string): string {
  return `${VISITS}/${id}`
}

export function sampleHref(id: string): string {
  return `${PROVE}/samples/${id}`
}

export function drawHref(measure: string): string {
  return `${PROVE}/measures/${measure}`
}

export function sampleRowHref(sample: string, number: number): string {
  return `${sampleHref(sample)}/rows/${number}`
}
