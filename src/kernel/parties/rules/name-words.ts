import { foldName, nameTokens } from '#calculations/linkage/names/index.ts'

/** The words of a person's name that tell people apart, folded, in their order; of a script that is not read, as they stand. */
export function wordsOfName(name: string): readonly string[] {
  const tokens = nameTokens(name)
  return tokens.length > 0 ? tokens : asTheyStand(name)
}

/** The words of an organisation's name or of an address, figures among them, folded, in their order: all of them tell. */
export function wordsOfText(text: string): readonly string[] {
  const folded = foldName(text)
  return folded === '' ? asTheyStand(text) : folded.split(' ')
}

function asTheyStand(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
