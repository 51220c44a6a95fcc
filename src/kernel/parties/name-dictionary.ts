import { nameKeys, type NameKeys } from './rules/name-keys.ts'
import { wordsOfName, wordsOfText } from './rules/name-words.ts'

/** A row of `name_token`. */
export interface NameToken extends NameKeys {
  readonly id: number
  readonly token: string
  /** In how many of the names that were read it is. */
  readonly uses: number
}

/**
 * Words with their ids, for a load of many names at once into a store that has none yet: `party_name.tokens` of each name, and
 * in the end `name_token` itself. Reads no database. A single name is stored by `storeWords`.
 */
export class NameDictionary {
  readonly #tokens = new Map<string, { readonly id: number; uses: number }>()

  /** Of a person's name, the ids of the words that tell people apart, in their order. */
  tokensOf(name: string): number[] {
    return this.#idsOf(wordsOfName(name))
  }

  /** Of an organisation's name or an address, the ids of its words, in their order. */
  tokensOfText(text: string): number[] {
    return this.#idsOf(wordsOfText(text))
  }

  /** All of `name_token`, in the order of ids, which begin at 1. */
  *rows(): Iterable<NameToken> {
    for (const [token, { id, uses }] of this.#tokens) yield { id, token, uses, ...nameKeys(token) }
  }

  #idsOf(words: readonly string[]): number[] {
    return words.map((word) => {
      const known = this.#tokens.get(word)
      if (known !== undefined) {
        known.uses++
        return known.id
      }
      const id = this.#tokens.size + 1
      this.#tokens.set(word, { id, uses: 1 })
      return id
    })
  }
}
