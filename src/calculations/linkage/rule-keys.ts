import { slotsOfPart, textsOfPart, type KeyPart } from './keys.ts'
import type { BlockingRule } from './settings.ts'
import type { Slot } from './table.ts'

/** Writes the keys of a row into `keyBuffer` and says how many they are. */
export type RuleKeys = (cells: Int32Array, from: number) => number

const MOST_KEYS = 8
/** The keys of the row looked at last. */
export const keyBuffer = new Int32Array(MOST_KEYS)

/** Makes the keys of rules for rows of these slots: what several rules take of the same value is worked out once. */
export function createKeyMaker(slots: readonly Slot[]): (rule: BlockingRule) => RuleKeys | undefined {
  const made = new Map<string, Hashes>()
  const hashes = (part: KeyPart, slot: number): Hashes => {
    const there = made.get(`${part} ${slot}`) ?? hashesOf(part, slot, slots)
    made.set(`${part} ${slot}`, there)
    return there
  }
  return (rule) => {
    const parts = rule.parts.map((part) => slotsOfPart(part, slots).map((slot) => hashes(part, slot)))
    return createRuleKeys(rule, parts)
  }
}

type Hashes = (cells: Int32Array, from: number) => readonly number[]

/** How keys of a rule are made of a row; undefined where the rows lack one of its columns. */
function createRuleKeys(rule: BlockingRule, parts: readonly (readonly Hashes[])[]): RuleKeys | undefined {
  if (parts.some((readers) => readers.length === 0)) return undefined
  const seed = hashText(`${rule.name}\n`)
  const combine = (at: number, cells: Int32Array, from: number, soFar: number, found: number): number => {
    const readers = parts[at]
    if (readers === undefined) {
      const key = mix(soFar) & 0x3fffffff
      for (let i = 0; i < found; i++) if (keyBuffer[i] === key) return found
      if (found === MOST_KEYS) return found
      keyBuffer[found] = key
      return found + 1
    }
    let now = found
    for (const reader of readers)
      for (const hash of reader(cells, from))
        now = combine(at + 1, cells, from, rule.anyOrder === true ? (soFar + mix(hash)) | 0 : mix(soFar ^ hash), now)
    return now
  }
  return (cells, from) => combine(0, cells, from, seed, 0)
}

function hashesOf(part: KeyPart, slot: number, slots: readonly Slot[]): Hashes {
  const lexicon = slots[slot]?.lexicon
  const known: (readonly number[] | undefined)[] = []
  return (cells, from) => {
    const id = cells[from + slot] ?? 0
    return (known[id] ??= textsOfPart(part, lexicon?.valueOf(id) ?? '').map(hashText))
  }
}

function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
