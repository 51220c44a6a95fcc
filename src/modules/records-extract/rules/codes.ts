/** What a mapping says becomes of codes, and how often each was met: for the report, which names them. */
export interface CodeSettings {
  readonly notValid: 'reject' | 'keep'
  readonly unknownCodes: 'reject' | 'keep'
}

/** More kinds of codes than this are not told one by one. */
const MOST_TOLD = 500

export class Codes {
  readonly settings: CodeSettings
  readonly #unknown = new Map<string, number>()
  readonly #notValid = new Map<string, number>()

  constructor(settings: CodeSettings) {
    this.settings = settings
  }

  unknown(words: string): void {
    count(this.#unknown, words)
  }

  notValid(words: string): void {
    count(this.#notValid, words)
  }

  /** In words, most often first. */
  warnings(): string[] {
    return [
      ...listed(this.#unknown).map(([words, rows]) => `${words} is not known here: kept as it is, in ${rows} rows.`),
      ...listed(this.#notValid).map(([words, rows]) => `${words}: kept, in ${rows} rows.`),
    ]
  }
}

function count(into: Map<string, number>, words: string): void {
  if (into.has(words) || into.size < MOST_TOLD) into.set(words, (into.get(words) ?? 0) + 1)
}

function listed(from: ReadonlyMap<string, number>): [string, number][] {
  return [...from].toSorted(([, one], [, other]) => other - one)
}
