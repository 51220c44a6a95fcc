import { pick } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'

/** Writing that comes over into Latin letters in several ways. */
export type Script = 'perso-arabic' | 'gurmukhi' | 'cyrillic' | 'han' | 'somali' | 'latin'

type Rule = readonly [pattern: RegExp, becomes: string]

/** How else the same sounds are written, for each script: from general knowledge, for the generator alone. */
const RULES: Readonly<Record<Exclude<Script, 'latin'>, readonly Rule[]>> = {
  'perso-arabic': [
    [/ee/, 'i'],
    [/i(?=[^aeiou]$)/, 'ee'],
    [/oo/, 'u'],
    [/u(?=[^aeiou])/, 'oo'],
    [/ou/, 'u'],
    [/aa/, 'a'],
    [/q/i, 'k'],
    [/kh/i, 'k'],
    [/gh/i, 'g'],
    [/w/i, 'v'],
    [/z/i, 's'],
    [/dh/i, 'd'],
    [/ai/, 'ay'],
    [/ay/, 'ai'],
    [/ah$/, 'a'],
    [/a$/, 'ah'],
    [/ia/, 'iya'],
    [/([lmnr])\1/, '$1'],
    [/ss/, 's'],
    [/mm/, 'm'],
    [/^al-/, 'el-'],
    [/^al-/, 'Al '],
    [/y/, 'i'],
  ],
  gurmukhi: [
    [/ee/, 'i'],
    [/i(?=[^aeiou]$)/, 'ee'],
    [/w/, 'v'],
    [/v/, 'w'],
    [/u/, 'oo'],
    [/oo/, 'u'],
    [/dh/, 'd'],
    [/bh/i, 'b'],
    [/kh/i, 'k'],
    [/ai/, 'e'],
    [/esh$/, 'ish'],
    [/j/, 'z'],
    [/sh/i, 's'],
    [/a(?=l$)/, 'aa'],
  ],
  cyrillic: [
    [/ii$/, 'y'],
    [/ii$/, 'iy'],
    [/iia/, 'ia'],
    [/ks/, 'x'],
    [/^H/, 'G'],
    [/h/, 'g'],
    [/y/, 'i'],
    [/iu/, 'yu'],
    [/ia/, 'ya'],
    [/ov$/, 'off'],
    [/ts/, 'c'],
    [/ev$/, 'ew'],
    [/kh/i, 'h'],
    [/ko$/, 'co'],
    [/v/, 'w'],
  ],
  han: [
    [/^Zh/, 'Ch'],
    [/^Zh/, 'J'],
    [/^X/, 'Hs'],
    [/^X/, 'Sh'],
    [/^Q/, 'Ch'],
    [/ong$/, 'ung'],
    [/ui$/, 'wei'],
    [/ou$/, 'ow'],
    [/^Ts/, 'Ch'],
    [/^Ka/, 'Kar'],
    [/eung$/, 'eong'],
    [/^Ng$/, 'Eng'],
    [/^Ch/, 'Tch'],
    [/^G/, 'K'],
    [/^B/, 'P'],
    [/^D/, 'T'],
    [/ee$/, 'i'],
    [/uk$/, 'ook'],
  ],
  somali: [
    [/h/, 'x'],
    [/^A/, 'Ca'],
    [/aa/, 'a'],
    [/o/, 'u'],
    [/ah$/, 'ax'],
    [/ed$/, 'ad'],
    [/oo/, 'u'],
    [/y/, 'i'],
    [/ss/, 's'],
    [/sh/i, 'sch'],
  ],
}

/** The word as somebody else would write it down in Latin letters; null where no rule fits. */
export function transliterated(random: Random, word: string, script: Script): string | null {
  if (script === 'latin') return null
  const fitting = RULES[script].filter(([pattern]) => pattern.test(word))
  if (fitting.length === 0) return null
  const [pattern, becomes] = pick(random, fitting)
  const written = likeFirst(word, word.replace(pattern, becomes))
  return written === word ? null : written
}

/** With a capital where the word had one. */
export function likeFirst(word: string, written: string): string {
  const first = word.charAt(0)
  return first === first.toUpperCase() && /\p{L}/u.test(first)
    ? written.charAt(0).toUpperCase() + written.slice(1)
    : written
}
