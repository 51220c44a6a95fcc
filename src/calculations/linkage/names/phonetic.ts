import { doubleMetaphone } from 'double-metaphone'
import { rememberWords } from './remember.ts'

/** How a folded word sounds, once or twice (Philips's Double Metaphone): Smith and Schmidt share a key. */
export const phoneticKeys = rememberWords((word): readonly string[] => {
  const [first, second] = doubleMetaphone(word)
  if (first === '') return second === '' ? [] : [second]
  return second === '' || second === first ? [first] : [first, second]
})
