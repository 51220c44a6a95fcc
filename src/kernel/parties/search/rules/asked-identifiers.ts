import type { PartyKind } from '../../words.ts'
import type { Identifiers } from './identifiers.ts'

/** What `search.identifiers` is asked; null where nothing of the kind was typed. */
export interface AskedIdentifiers {
  readonly marks: readonly { readonly like: string; readonly pairs: readonly string[] }[]
  readonly phones: readonly { readonly from: string | null; readonly end: string | null }[]
  readonly postcode: { readonly from: string; readonly like: string } | null
  readonly references: readonly string[]
  readonly kind: PartyKind | null
}

/** `wordless`: nothing else was typed, so that a postcode asks for its addresses rather than for who lives there. */
export function askedIdentifiersOf(
  { marks, phones, postcode, references }: Identifiers,
  { kind, wordless }: { readonly kind: PartyKind | null; readonly wordless: boolean },
): AskedIdentifiers | null {
  const asked = {
    marks: marks.map(askedMark).filter(({ pairs }) => pairs.length > 0),
    phones: phones.map(({ digits, part }) => ({
      from: part === 'start' ? digits : null,
      // The end of a number is looked for without its country, so that one kept from abroad is found as well.
      end: part === 'end' || digits.length >= 11 ? reversed(digits.replace(/^44(?=\d{9})/, '')) : null,
    })),
    postcode: postcode === null || !wordless ? null : { from: postcode.replaceAll('_', ''), like: postcode },
    references,
    kind,
  }
  const nothing = asked.marks.length + asked.phones.length + references.length === 0 && asked.postcode === null
  return nothing ? null : asked
}

/** O and 0, and I and 1, are read as the same; the database reads them so too. */
function askedMark(pattern: string): { readonly like: string; readonly pairs: readonly string[] } {
  const read = pattern.replaceAll('O', '0').replaceAll('I', '1')
  const pairs = new Set<string>()
  const bounded = `^${read}$`
  for (let at = 0; at + 1 < bounded.length; at++) {
    const pair = bounded.slice(at, at + 2)
    if (!/[?*]/.test(pair)) pairs.add(pair)
  }
  return { like: read.replaceAll('?', '_').replaceAll('*', '%'), pairs: [...pairs] }
}

function reversed(text: string): string {
  return text.split('').toReversed().join('')
}
