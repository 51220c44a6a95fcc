/**
 * Likeness of two texts from 0 to 1 by Jaro, raised for what they begin with by Winkler (a tenth for each of up to four
 * letters, where Jaro alone is over 0.7). Texts of more than 64 letters are compared by their first 64.
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1
  const leftLength = write(leftLetters, left)
  const rightLength = write(rightLetters, right)
  return jaroWinklerOf(leftLetters, 0, leftLength, rightLetters, 0, rightLength)
}

const LONGEST = 64
const leftLetters = new Uint16Array(LONGEST)
const rightLetters = new Uint16Array(LONGEST)
const leftTaken = new Uint8Array(LONGEST)
const rightTaken = new Uint8Array(LONGEST)

function write(letters: Uint16Array, text: string): number {
  const length = Math.min(text.length, LONGEST)
  for (let i = 0; i < length; i++) letters[i] = text.charCodeAt(i)
  return length
}

type Letters = Uint8Array | Uint16Array

/** The same on letters that lie in a longer list, from a place on: no text is made, nothing is allocated. */
export function jaroWinklerOf(
  left: Letters,
  leftFrom: number,
  leftLong: number,
  right: Letters,
  rightFrom: number,
  rightLong: number,
): number {
  const leftLength = Math.min(leftLong, LONGEST)
  const rightLength = Math.min(rightLong, LONGEST)
  if (leftLength === 0 || rightLength === 0) return 0
  const reach = Math.max(0, (Math.max(leftLength, rightLength) >> 1) - 1)
  for (let i = 0; i < leftLength; i++) leftTaken[i] = 0
  for (let j = 0; j < rightLength; j++) rightTaken[j] = 0
  let common = 0
  for (let i = 0; i < leftLength; i++) {
    const letter = left[leftFrom + i]
    const last = Math.min(rightLength - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (rightTaken[j] === 1 || right[rightFrom + j] !== letter) continue
      leftTaken[i] = 1
      rightTaken[j] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  let misplaced = 0
  let j = 0
  for (let i = 0; i < leftLength; i++) {
    if (leftTaken[i] === 0) continue
    while (rightTaken[j] === 0) j++
    if (left[leftFrom + i] !== right[rightFrom + j]) misplaced++
    j++
  }
  const jaro = (common / leftLength + common / rightLength + (common - misplaced / 2) / common) / 3
  if (jaro <= 0.7) return jaro
  const most = Math.min(4, leftLength, rightLength)
  let prefix = 0
  while (prefix < most && left[leftFrom + prefix] === right[rightFrom + prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
