import { nameKeys, type NameKeys } from './rules/name-keys.ts'
import { classOf, pairsOf, pairsOfPerson } from './rules/name-pairs.ts'
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
  /** By id; the first id is 1. */
  readonly #classes: number[] = [0]

  /** Of a person's name, the ids of the words that tell people apart, in their order. */
  tokensOf(name: string): number[] {
    return this.#idsOf(wordsOfName(name))
  }

  /** Of an organisation's name or an address, the ids of its words, in their order. */
  tokensOfText(text: string): number[] {
    return this.#idsOf(wordsOfText(text))
  }

  /** Of the ids of a name's words what it is found by when two of them are known: `party_name.pairs`. */
  pairsOf(tokens: readonly number[]): readonly number[] {
    return pairsOf(this.#classesOf(tokens))
  }

  /** The same of a person's name. */
  pairsOfPerson(tokens: readonly number[], born: string | null): readonly number[] {
    return pairsOfPerson(this.#classesOf(tokens), born)
  }

  #classesOf(tokens: readonly number[]): readonly number[] {
    return tokens.flatMap((id) => this.#classes[id] ?? [])
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
      this.#classes.push(classOf(word))
      return id
    })
  }
}
