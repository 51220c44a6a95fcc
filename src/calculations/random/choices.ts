import type { Random } from './random.ts'

/**
 * A drawer of items, each as likely as its weight (0 or more; they need not add up to anything). Made once, drawn
 * from often: about ten steps a draw in a thousand items. Throws RangeError when no weight is above 0.
 */
export function weightedChoice<T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  const ends: number[] = []
  const items: T[] = []
  let total = 0
  for (const [item, weight] of choices) {
    if (!(weight >= 0)) throw new RangeError(`A weight cannot be below nought, and is ${weight}`)
    if (weight === 0) continue
    total += weight
    ends.push(total)
    items.push(item)
  }
  if (items.length === 0) throw new RangeError('There is nothing to choose from')
  return (random) => {
    const aim = random.next() * total
    let low = 0
    let high = items.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > aim) high = middle
      else low = middle + 1
    }
    return getItem(items, low)
  }
}

/** One of the items, all alike likely. Throws RangeError when there are none. */
export function pick<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError('There is nothing to choose from')
  return getItem(items, Math.floor(random.next() * items.length))
}

/** The items in random order (Fisher and Yates); the list given is left as it is. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const drawn = [...items]
  for (let i = drawn.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1))
    const kept = getItem(drawn, i)
    drawn[i] = getItem(drawn, j)
    drawn[j] = kept
  }
  return drawn
}

function getItem<T>(items: readonly T[], index: number): T {
  for (const item of items.slice(index, index + 1)) return item
  throw new RangeError(`There is no item ${index}`)
}
