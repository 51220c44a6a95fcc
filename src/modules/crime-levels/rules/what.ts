import { keysOf } from '#platform/edge.ts'
import { ASB, CATEGORY_WORDS, type Category } from '#kernel/occurrences/crime-types.ts'

/** What can be looked at: all crime (which anti-social behaviour is not), or one category. */
export type What = 'crime' | Category

const CATEGORIES = keysOf(CATEGORY_WORDS)

/** Every choice, all crime first, then anti-social behaviour, then the categories by name. */
export const WHATS: readonly [What, ...What[]] = ['crime', ASB, ...CATEGORIES.filter((category) => category !== ASB)]

/** The categories that are counted under it. */
export function categoriesOf(what: What): readonly Category[] {
  return what === 'crime' ? CATEGORIES.filter((category) => category !== ASB) : [what]
}

/** "All crime", "Burglary". */
export function whatWords(what: What): string {
  return what === 'crime' ? 'All crime' : CATEGORY_WORDS[what]
}

/** What one of them is called, and several: a burglary counts as one crime, anti-social behaviour as incidents. */
export function unitOf(what: What): { readonly one: string; readonly many: string } {
  return what === ASB ? { one: 'incident', many: 'incidents' } : { one: 'crime', many: 'crimes' }
}

/** What a rate is of: "All crime per 1,000 residents a year". */
export function rateWords(what: What, span: 'a year' | 'a month' = 'a year'): string {
  return `${whatWords(what)} per 1,000 residents ${span}`
}
