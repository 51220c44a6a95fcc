/** Two records and the bits of odds that they are of one person. */
export interface Link {
  readonly left: number
  readonly right: number
  readonly bits: number
}

/** Beyond this a group is first broken at its weakest links: weighing every pair of it would cost too much. */
const LARGEST = 400

/**
 * Groups are put together down to this average of bits. Below nought: the prior is of any two records, and these are
 * joined by links already.
 */
const JOIN_ABOVE = -2

/** One pair counts for no more than this, so that no single pair carries a whole group with it. */
const MOST_BITS = 12

/**
 * Groups of records that are of one person; records of no group are left out. Links alone chain: A like B, B like C, C
 * like D, and A and D are two people. So each chain of links is taken apart and put together again by the pairs inside
 * it, all of them: the two groups that are most alike on the average of their pairs become one, as long as that average
 * is not against it. `bitsOf` weighs a pair of which there is no link.
 */
export function clusterLinks(
  links: readonly Link[],
  least: number,
  bitsOf: (left: number, right: number) => number,
): number[][] {
  const found: number[][] = []
  for (const chain of chainsOf(links.filter(({ bits }) => bits >= least)))
    for (const group of splitChain(chain, least, bitsOf)) if (group.length > 1) found.push(group)
  return found
}

interface Chain {
  readonly members: number[]
  readonly links: Link[]
}

function chainsOf(links: readonly Link[]): Chain[] {
  const parents = new Map<number, number>()
  const rootOf = (record: number): number => {
    let root = record
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    for (let at = record; at !== root;) {
      const up = parents.get(at) ?? root
      parents.set(at, root)
      at = up
    }
    return root
  }
  for (const { left, right } of links) {
    if (!parents.has(left)) parents.set(left, left)
    if (!parents.has(right)) parents.set(right, right)
    const a = rootOf(left)
    const b = rootOf(right)
    if (a !== b) parents.set(Math.max(a, b), Math.min(a, b))
  }
  const chains = new Map<number, Chain>()
  for (const record of [...parents.keys()].toSorted((a, b) => a - b)) {
    const root = rootOf(record)
    const chain = chains.get(root) ?? { members: [], links: [] }
    chain.members.push(record)
    chains.set(root, chain)
  }
  for (const link of links) chains.get(rootOf(link.left))?.links.push(link)
  return [...chains.values()]
}

function splitChain(chain: Chain, least: number, bitsOf: (left: number, right: number) => number): number[][] {
  if (chain.members.length === 2) return [chain.members]
  if (chain.members.length > LARGEST) {
    const stricter = least + 2
    return chainsOf(chain.links.filter(({ bits }) => bits >= stricter)).flatMap((part) =>
      splitChain(part, stricter, bitsOf),
    )
  }
  return joinByAverage(chain.members, bitsOf)
}

/** Puts records together, the two groups that are most alike first, while the average of their pairs lets them. */
function joinByAverage(members: readonly number[], bitsOf: (left: number, right: number) => number): number[][] {
  const size = members.length
  const sums = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) {
      const bits = Math.max(-MOST_BITS, Math.min(MOST_BITS, bitsOf(members[i] ?? 0, members[j] ?? 0)))
      sums[i * size + j] = bits
      sums[j * size + i] = bits
    }
  const groups: (number[] | undefined)[] = members.map((member) => [member])
  const sizeOf = (group: number): number => groups[group]?.length ?? 0
  const average = (a: number, b: number): number => (sums[a * size + b] ?? 0) / (sizeOf(a) * sizeOf(b))
  const nearest = new Int32Array(size)
  const findNearest = (group: number): void => {
    let best = -1
    for (let other = 0; other < size; other++)
      if (other !== group && groups[other] !== undefined && (best < 0 || average(group, other) > average(group, best)))
        best = other
    nearest[group] = best
  }
  for (let group = 0; group < size; group++) findNearest(group)
  for (;;) {
    let first = -1
    for (let group = 0; group < size; group++) {
      if (groups[group] === undefined || (nearest[group] ?? -1) < 0) continue
      if (first < 0 || average(group, nearest[group] ?? 0) > average(first, nearest[first] ?? 0)) first = group
    }
    if (first < 0) break
    const second = nearest[first] ?? 0
    if (average(first, second) <= JOIN_ABOVE) break
    groups[first]?.push(...(groups[second] ?? []))
    groups[second] = undefined
    for (let other = 0; other < size; other++) {
      const sum = (sums[first * size + other] ?? 0) + (sums[second * size + other] ?? 0)
      sums[first * size + other] = sum
      sums[other * size + first] = sum
    }
    for (let group = 0; group < size; group++) {
      const near = nearest[group] ?? -1
      if (groups[group] === undefined) continue
      if (group === first || near === first || near === second) findNearest(group)
      else if (average(group, first) > average(group, near)) nearest[group] = first
    }
  }
  return groups.flatMap((group) => (group === undefined ? [] : [group.toSorted((a, b) => a - b)]))
}
