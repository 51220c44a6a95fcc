import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'
import { LINK_KINDS, PARTY_KINDS, type LinkKind, type PartyKind } from '#kernel/parties/words.ts'
import { keysOf } from '#platform/edge.ts'

const PEOPLE: readonly PartyKind[] = ['person']
const WHO: readonly PartyKind[] = ['person', 'organisation']

/** What each kind of link may join: from, to. */
const ENDS = {
  'lives-at': [PEOPLE, ['address']],
  'keeper-of': [WHO, ['vehicle']],
  'uses-vehicle': [WHO, ['vehicle']],
  'uses-phone': [WHO, ['phone']],
  'works-for': [PEOPLE, ['organisation']],
  'premises-of': [['address'], ['organisation']],
  'partner-of': [PEOPLE, PEOPLE],
  'parent-of': [PEOPLE, PEOPLE],
  'sibling-of': [PEOPLE, PEOPLE],
  'relative-of': [PEOPLE, PEOPLE],
  'associate-of': [PEOPLE, PEOPLE],
  'in-charge-of': [PEOPLE, ['organisation']],
} as const satisfies Record<LinkKind, readonly [readonly PartyKind[], readonly PartyKind[]]>

/** A link as it is chosen from a party's page: "lives at (address)". */
export interface LinkChoice {
  /** `lives-at`, or `lives-at-back` from the address's page. */
  readonly code: string
  readonly kind: LinkKind
  readonly back: boolean
  readonly others: readonly PartyKind[]
  readonly words: string
}

/** LNK01 A link joins only what it can: the choices of somebody on the page of such a party. */
export function linkChoices(kind: PartyKind): readonly LinkChoice[] {
  return keysOf(ENDS).flatMap((link) => {
    const [from, to]: readonly [readonly PartyKind[], readonly PartyKind[]] = ENDS[link]
    const same = LINK_KINDS[link].there === LINK_KINDS[link].back
    return [
      ...(from.includes(kind) ? [choiceOf(link, false, to)] : []),
      ...(to.includes(kind) && !same ? [choiceOf(link, true, from)] : []),
    ]
  })
}

function choiceOf(kind: LinkKind, back: boolean, others: readonly PartyKind[]): LinkChoice {
  const { there, back: read } = LINK_KINDS[kind]
  const what = others.map((other) => PARTY_KINDS[other].one.toLowerCase()).join(' or ')
  return { code: back ? `${kind}-back` : kind, kind, back, others, words: `${back ? read : there} (${what})` }
}

/** LNK02 What another system says of a link is ended there, and comes from there again: here it would come back. */
export function endProblem(source: string): Refusal | null {
  if (source === 'entered') return null
  return {
    rule: 'LNK02',
    message: 'This comes from the records system. End it there: it is ended here with the next extract.',
  }
}
