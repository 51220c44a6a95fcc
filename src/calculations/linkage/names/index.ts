/** Names of people: folding, words, sound, spellings, short forms. Pure, and the same for linkage and for search. */
export { foldName } from './fold.ts'
export { nicknameGroup } from './groups.ts'
export { jaroWinkler } from './jaro-winkler.ts'
export { isOneEdit } from './one-edit.ts'
export { phoneticKeys } from './phonetic.ts'
export { similarName } from './similar.ts'
export { isTitle, joinedName, nameTokens } from './tokens.ts'
export { transliterationKey } from './transliteration.ts'
