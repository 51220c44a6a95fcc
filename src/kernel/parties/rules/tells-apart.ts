import { bornWords, type KnownBirth } from './born-words.ts'

export interface TellsApart {
  readonly born: KnownBirth | null
  readonly died: boolean
  readonly sex: string | null
  readonly details: readonly string[]
}

/** What tells somebody from others of the name: born when, of which sex, where they live. */
export function tellsApart({ born, died, sex, details }: TellsApart, today: string): readonly string[] {
  const self = [born === null ? '' : bornWords(born, today), sex ?? '', died ? 'has died' : '']
  return [self.filter((words) => words !== '').join(', '), ...details].filter((words) => words !== '')
}
