import { outlasts, type Finding, type Term } from './rule.ts'

export interface PostingFacts extends Term {
  readonly principal: string
  readonly forceWide: boolean
  readonly agency: number
  readonly unitAgency: number
  readonly unit: Term & { readonly name: string }
}

/**
 * ORG06: a posting is to a unit of the person's own agency, within the time for which the unit stands, and does not reach
 * the whole force for somebody of a partner agency. Postings of one person may overlap.
 */
export function postingFits(posting: PostingFacts): Finding | null {
  const { unit } = posting
  if (posting.agency !== posting.unitAgency)
    return found(`${unit.name} belongs to another agency. Choose a unit of theirs.`)
  if (posting.from < unit.from)
    return found(`${unit.name} stands from ${unit.from}. Let the posting start then or later.`)
  if (outlasts(posting, unit)) return found(`${unit.name} ends on ${unit.to}. Let the posting end by then.`)
  if (posting.principal === 'partner' && posting.forceWide)
    return found('Somebody of a partner agency does not reach the whole force. Leave that box empty.')
  return null
}

function found(message: string): Finding {
  return { rule: 'ORG06', message }
}
