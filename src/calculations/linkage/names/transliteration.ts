import { tabledSpelling } from './groups.ts'
import { rememberWords } from './remember.ts'

const RULES: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|sz/g, 'x'],
  [/tch|tsch|cz|ch/g, 'c'],
  [/dzh|dj|zh|rz/g, 'j'],
  [/ph/g, 'f'],
  [/([bdgkt])h/g, '$1'],
  [/ck/g, 'k'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/ts|tz/g, 'z'],
  [/ou|oo|uu|o/g, 'u'],
  [/[ae]?[iy]e?|ee|ey|e/g, 'i'],
  [/ah$/g, 'a'],
  [/(.)\1+/g, '$1'],
]

/**
 * A key that is the same for spellings in Latin letters of one name of another script: Mohammed and Muhamad by the
 * tables, Yousuf and Yusuf, Shevchenko and Szewczenko by rule. Vowels are three (a, i, u), doubled letters one.
 */
export const transliterationKey = rememberWords((word) => {
  let key = tabledSpelling(word)
  for (const [spelt, instead] of RULES) key = key.replaceAll(spelt, instead)
  return key
})
