import { SOFT_HYPHEN, type Line } from './ins01-clean-text.ts'
import type { ReportLine } from './report-lines.ts'
import { findBlock } from './ins09-blocks.ts'
import { findBullet } from './ins10-bullets.ts'
import { kindOf, type Kind, type Piece } from './pieces.ts'
import { joinWords } from './join-words.ts'

/** How wide the lines are that a PDF file was broken into; null for a text whose lines are whole paragraphs. */
export type Width = number | null

/** Whether a line ends no sentence. */
const goesOn = (text: string): boolean => !/[.!?:;…]["”’')\]]*$/.test(text.slice(-6))

const beginsSmall = (text: string): boolean => /^[a-z]/.test(text)

/** Lines that break off in the middle of a sentence, at least so long, tell that the text is broken. */
const BROKEN = { shortest: 40, longest: 200, least: 2 } as const

/**
 * The width of broken lines: the longest that breaks off in the middle of a sentence, with the next going on in small
 * letters right below. Null where fewer than two lines do.
 */
export function brokenWidth(lines: readonly Line[]): Width {
  const widths = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const breaks = next !== undefined && goesOn(line.text) && beginsSmall(next.text) && next.number === line.number + 1
    return breaks && line.text.length >= BROKEN.shortest && line.text.length <= BROKEN.longest ? [widthOf(line)] : []
  })
  return widths.length < BROKEN.least ? null : widths.reduce((widest, width) => Math.max(widest, width), 0)
}

function widthOf(line: Line): number {
  return line.indent + line.text.length
}

/** A piece while its lines are being gathered. */
interface Growing {
  readonly kind: Kind
  readonly first: Line
  readonly marker: string
  readonly parts: string[]
  last: Line
}

/**
 * INS02 Lines that are broken are joined. A line goes on with the one before when that one ends no sentence and this one
 * begins in small letters; in a broken text also when its first word would not have fitted above, for then the break was
 * the paper's and not the writer's. Headings, grades and bullets begin anew.
 *
 * "The force should keep" / "count." is one paragraph; so is a bullet over two lines. "Crime fell." / "Staff grew." on
 * short lines are two. Takes lines that are not empty, in order; linear in them.
 */
export function joinLines(lines: readonly ReportLine[], width: Width): readonly Piece[] {
  const grown: Growing[] = []
  for (const line of lines) {
    const current = grown.at(-1)
    const kind = kindOf(line.text)
    if (current !== undefined && continues(current, line, kind, width)) {
      current.parts.push(line.text)
      current.last = line
    } else {
      const bullet = kind === 'bullet' ? findBullet(line.text) : undefined
      grown.push({ kind, first: line, marker: bullet?.marker ?? '', parts: [bullet?.text ?? line.text], last: line })
    }
  }
  const text = joinWords(grown.map(({ parts }) => parts))
  return grown.map(({ kind, first, marker }, index) => ({
    kind,
    line: first.number,
    indent: first.indent,
    marker,
    text: text[index] ?? '',
  }))
}

function continues(current: Growing, line: ReportLine, kind: Kind, width: Width): boolean {
  const { last } = current
  if (!canGoOn(current)) return false
  if (kind !== 'text') return isBrokenOff(current, line, kind, width)
  if (last.text.endsWith(SOFT_HYPHEN) || current.parts.at(-1) === '') return true
  if (goesOn(last.text) && beginsSmall(line.text) && (current.kind !== 'text' || last.text.length >= 25)) return true
  if (width === null || widthOf(last) > width + 20) return false
  if (line.number !== last.number + 1) return line.afterFurniture && goesOn(last.text) && widthOf(last) >= width * 0.6
  if (current.kind === 'heading') return line.text.slice(0, 120).includes('?') && widthOf(last) >= width * 0.6
  if (current.kind === 'bullet' && line.indent > current.first.indent) return true
  if (goesOn(last.text)) return widthOf(last) >= width * 0.6
  return widthOf(last) + 1 + line.text.split(' ', 1).join('').length > width
}

/** Grades, titles and headings of blocks are whole; a heading is whole at its question mark. */
function canGoOn({ kind, last, first }: Growing): boolean {
  if (kind === 'heading') return !last.text.endsWith('?')
  return kind === 'text' || kind === 'bullet' || (kind === 'block' && findBlock(first.text)?.inline !== null)
}

/** In a broken text a line of prose may begin with "How", a dash or "Good" by chance: then the line above broke off. */
function isBrokenOff({ kind: before, last }: Growing, line: Line, kind: Kind, width: Width): boolean {
  if (width === null || before === 'heading' || line.number !== last.number + 1) return false
  const byChance = kind === 'bullet' ? /^[–—-] [a-z]/.test(line.text) && before === 'text' : kind !== 'block'
  return byChance && goesOn(last.text) && widthOf(last) >= width * 0.6
}
