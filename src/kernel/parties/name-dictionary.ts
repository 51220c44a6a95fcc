import { nameKeys, storedCodes, type NameKeys } from './rules/name-keys.ts'
import { wordsOfName, wordsOfText } from './rules/name-words.ts'

/** A row of `name_token`. */
export interface NameToken extends Pick<NameKeys, 'sounds' | 'groups'> {
  readonly id: number
  readonly token: string
  readonly codes: readonly number[]
  /** In how many of the names that were read it is. */
  readonly uses: number
}

/**
 * Words with their ids, for a load of many names at once into a store that has none yet: `party_name.tokens` of each name, and
 * in the end `name_token` itself. Reads no database. A single name is stored by `storeWords`.
 */
export class NameDictionary {
  readonly #tokens = new Map<string, { readonly id: number; readonly codes: readonly number[]; uses: number }>()
  /** Of each id, the codes of its word. */
  readonly #codes: (readonly number[])[] = []

  /** Of a person's name, the ids of the words that tell people apart, in their order. */
  tokensOf(name: string): number[] {
    return this.#idsOf(wordsOfName(name))
  }

  /** Of an organisation's name or an address, the ids of its words, in their order. */
  tokensOfText(text: string): number[] {
    return this.#idsOf(wordsOfText(text))
  }

  /** `party_name.codes`: what a name of these words is found by. */
  codesOf(tokens: readonly number[]): number[] {
    return [...new Set([...tokens, ...tokens.flatMap((id) => this.#codes[id] ?? [])])]
  }

  /** All of `name_token`, in the order of ids, which begin at 1. */
  *rows(): Iterable<NameToken> {
    for (const [token, { id, codes, uses }] of this.#tokens) {
      const { sounds, groups } = nameKeys(token)
      yield { id, token, codes, uses, sounds, groups }
    }
  }

  #idsOf(words: readonly string[]): number[] {
    return words.map((word) => {
      const known = this.#tokens.get(word)
      if (known !== undefined) {
        known.uses++
        return known.id
      }
      const id = this.#tokens.size + 1
      const codes = storedCodes(word)
      this.#tokens.set(word, { id, codes, uses: 1 })
      this.#codes[id] = codes
      return id
    })
  }
}
