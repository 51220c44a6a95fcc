import { PARTY_KINDS, type PartyKind } from './words.ts'

/** Where a party's page is: that of its whole identity, by the id of any party of it that the reader may see. */
export function partyHref(kind: PartyKind, id: number): string {
  return `${PARTY_KINDS[kind].path}/${id}`
}
