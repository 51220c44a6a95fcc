import type { Block } from './ins09-blocks.ts'
import type { Piece } from './pieces.ts'
import type { ReadFinding, Warning } from './model.ts'

/** A finding before its date is read, which waits until its text is whole. */
export type UndatedFinding = Omit<ReadFinding, 'due' | 'dueWords'>

/** A list of findings while it is being read. */
export interface OpenBlock {
  readonly lists: Block['lists'] | 'doubtful'
  readonly line: number
  readonly urgent: boolean
  /** Indices of its findings in the part. */
  readonly findings: number[]
  /** How its bullets began: its first, by which bullets within bullets are told. */
  firstBullet: Piece | null
  /** Whether bullets within a bullet are coming. */
  nested: boolean
  leadIn: Piece | null
  leadInUsed: boolean
}

export function openBlock(lists: OpenBlock['lists'], line: number, urgent = false): OpenBlock {
  return { lists, line, urgent, findings: [], firstBullet: null, nested: false, leadIn: null, leadInUsed: false }
}

/** Whether a bullet stands within the one above: further in, or under another sign, where that one ends in a colon. */
export function isWithin(block: OpenBlock, above: string | undefined, bullet: Piece): boolean {
  if (block.firstBullet === null || above === undefined) return false
  const inner = bullet.indent > block.firstBullet.indent || bullet.marker !== block.firstBullet.marker
  return inner && (block.nested || above.endsWith(':'))
}

/** What is wrong with a block when it ends: nothing in it, a list that was announced and did not come, or one cut off. */
export function closeBlock(block: OpenBlock, findings: readonly UndatedFinding[]): readonly Warning[] {
  const unused = block.leadIn !== null && !block.leadInUsed ? unclosed(block.leadIn) : []
  if (block.lists === 'practice' || block.lists === 'doubtful') return unused
  const last = findings[block.findings.at(-1) ?? -1]
  if (last === undefined) {
    if (unused.length > 0) return unused
    const text = 'A heading of findings has nothing under it.'
    return [{ rule: 'INS09', line: block.line, text, advice: 'Look in the report whether its list was left behind.' }]
  }
  if (block.firstBullet === null || !/(?:[,:;]| and| or)$/.test(last.text.slice(-6))) return unused
  const text = `The list breaks off: its last item ends with “${last.text.slice(-12)}”.`
  return [...unused, { rule: 'INS10', line: last.line, text, advice: 'Look in the report for what comes next.' }]
}

/** A sentence that ends in a colon, with no list below it. */
export function unclosed({ line }: { readonly line: number }): readonly Warning[] {
  const text = 'A sentence ends with a colon and no list follows.'
  return [{ rule: 'INS10', line, text, advice: 'Look in the report whether its list was left behind.' }]
}
