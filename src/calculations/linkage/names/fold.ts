/**
 * A name in plain lower-case letters: accents away, other alphabets' letters by their usual English spelling (Cyrillic
 * and Greek, letter by letter), apostrophes closed up (O'Neill: oneill), any other mark a space. Figures stay, since a
 * mistyped name holds them. A name in a script that is not known here folds to nothing.
 */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text
  const spelt = text.toLowerCase().normalize('NFKD').replaceAll(MARKS, '').replaceAll(OTHER, spellOut)
  return spelt.replaceAll(APOSTROPHES, '').replaceAll(BREAKS, ' ').trim()
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const MARKS = /[\u0300-\u036f\u200b-\u200f]/g
// The letter ʻ and its kin stand in names of Hawaii, Uzbekistan and the Arab lands as apostrophes.
const APOSTROPHES = /['’‘`´ʻʼʿʾ′]/g
const BREAKS = /[^a-z0-9]+/g
const OTHER = /[ßæœøðþđłħıŋəʒŧƒⱥɨſĸа-џґєіїқңәөұүһғα-ω]/g

const SPELT: Readonly<Record<string, string>> = {
  ...lettersOf('ß ss æ ae œ oe ø o ð d þ th đ d ł l ħ h ı i ŋ ng ə a ʒ z ŧ t ƒ f ⱥ a ɨ i ſ s ĸ k'),
  ...lettersOf('а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch'),
  ...lettersOf('ш sh щ shch ъ - ы y ь - э e ю yu я ya ё e ђ dj ѓ g є ye ѕ dz і i ї i ј j љ lj њ nj ћ c ќ k ў u џ dz'),
  ...lettersOf('ґ g қ k ң n ә a ө o ұ u ү u һ h ғ gh'),
  ...lettersOf(
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
  ),
}

function lettersOf(list: string): Record<string, string> {
  const words = list.split(' ')
  const letters: Record<string, string> = {}
  // A hyphen stands for a sign that is not spelt at all.
  for (let i = 0; i + 1 < words.length; i += 2) letters[words[i] ?? ''] = (words[i + 1] ?? '').replace('-', '')
  return letters
}

function spellOut(letter: string): string {
  return SPELT[letter] ?? ''
}
