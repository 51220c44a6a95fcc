import type { Pillar } from '../reference/framework.ts'
import { findInspected, findTitle } from './ins04-title.ts'
import { findPillar, pillarOfHeading } from './ins05-pillar.ts'
import { beginsHeading } from './ins06-headings.ts'
import type { Warning } from './model.ts'
import type { Piece } from './pieces.ts'
import { refuse } from './refuse.ts'

export interface Head {
  readonly force: string
  readonly year: number
  readonly period: string
  readonly line: number
  /** The text below the title, without titles that a page repeats. */
  readonly body: readonly Piece[]
  readonly warnings: readonly Warning[]
}

/** How many pieces below the title the force may stand in a line of its own. */
const NEAR = 4

/** INS04: the force and year of the report. Throws Invalid where there is none, or two reports are pasted together. */
export function readHead(pieces: readonly Piece[]): Head {
  const titles = pieces.flatMap((piece, index) => titleAt(pieces, piece, index))
  const [first] = titles
  if (first === undefined) return refuse('INS04', whyNoTitle(pieces))
  const others = titles.filter(({ force, year }) => force !== first.force || year !== first.year)
  const lastHeading = pieces.findLastIndex(({ kind }) => kind === 'heading')
  const second = others.find(({ index }) => index < lastHeading)
  if (second !== undefined) {
    const lines = `${first.force} ${first.year} (line ${first.line}) and ${second.force} ${second.year} (line ${second.line})`
    refuse('INS04', `Two reports are pasted together: ${lines}. Import one at a time.`)
  }
  const taken = new Set(titles.flatMap(({ index, forceIndex }) => [index, forceIndex]))
  const above = pieces.slice(0, first.index)
  return {
    ...first,
    body: pieces.filter((_, index) => index > first.index && !taken.has(index)),
    warnings: [...aboveWarning(above), ...others.map(otherWarning)],
  }
}

interface Found {
  readonly force: string
  readonly year: number
  readonly period: string
  readonly line: number
  readonly index: number
  readonly forceIndex: number
}

function titleAt(pieces: readonly Piece[], piece: Piece, index: number): readonly Found[] {
  const title = piece.kind === 'title' ? findTitle(piece.text) : undefined
  if (title === undefined) return []
  const { year, period } = title
  if (title.force !== null) return [{ force: title.force, year, period, line: piece.line, index, forceIndex: index }]
  const below = pieces.slice(index + 1, index + 1 + NEAR).findIndex(({ text }) => findInspected(text) !== undefined)
  const force = below < 0 ? undefined : findInspected(pieces[index + 1 + below]?.text ?? '')
  return force === undefined ? [] : [{ force, year, period, line: piece.line, index, forceIndex: index + 1 + below }]
}

function whyNoTitle(pieces: readonly Piece[]): string {
  const near = pieces.find(({ text }) => text.length <= 200 && /\bPEEL\b/i.test(text))
  const said = near === undefined ? '' : ` Line ${near.line} speaks of PEEL, but not of a force with a year.`
  return `No title was found.${said} Begin with a line such as “Kent PEEL 2017”.`
}

function aboveWarning(above: readonly Piece[]): readonly Warning[] {
  const [first] = above
  if (first === undefined) return []
  const text = `${above.length === 1 ? 'A line stands' : `${above.length} lines stand`} above the title and were not read.`
  return [{ rule: 'INS04', line: first.line, text, advice: 'Check that nothing of the report is among them.' }]
}

function otherWarning({ line, force, year }: Found): Warning {
  const text = `The title of another report (${force} ${year}) stands here, with no question below it. It was left out.`
  return { rule: 'INS04', line, text, advice: 'Nothing, if it is a link to another page.' }
}

export interface PillarRead {
  readonly pillar: Pillar | null
  readonly body: readonly Piece[]
  readonly warnings: readonly Warning[]
}

/** INS05: the pillar, of the last such line above the first heading. Throws Invalid for a page of two pillars. */
export function readPillar(body: readonly Piece[], hasPillars: boolean): PillarRead {
  const rest = body.filter(({ kind }) => kind !== 'pillar')
  const firstHeading = body.findIndex(({ text }) => beginsHeading(text))
  const lines = body.flatMap((piece, index) => (piece.kind === 'pillar' ? [{ piece, index }] : []))
  const above = lines.filter(({ index }) => firstHeading < 0 || index < firstHeading)
  // A table of contents may put headings above the pillar's own line: then the only pillar that is named is meant.
  const names = new Set(lines.map(({ piece }) => findPillar(piece.text)))
  const named = findPillar((above.at(-1) ?? (names.size === 1 ? lines[0] : undefined))?.piece.text ?? '')
  const heading = body[firstHeading]
  const pillar = named ?? pillarOfHeading(heading?.text ?? '') ?? null
  if (!hasPillars && named === undefined) return { pillar: null, body: rest, warnings: [] }
  const below = lines.filter(
    ({ index, piece }) => index > firstHeading && firstHeading >= 0 && findPillar(piece.text) !== pillar,
  )
  const lastHeading = body.findLastIndex(({ text }) => beginsHeading(text))
  const second = below.find(({ index }) => index < lastHeading)
  if (second !== undefined) {
    const { text, line } = second.piece
    refuse('INS05', `Two pillars are pasted together: “${text}” begins at line ${line}. Import one page at a time.`)
  }
  const warnings = below.map(({ piece: { text, line } }): Warning => {
    return { rule: 'INS05', line, text: `“${text}” was left out.`, advice: 'Nothing, if it is a link to another page.' }
  })
  return { pillar, body: rest, warnings: [...warnings, ...(named === undefined ? [unnamed(body, pillar)] : [])] }
}

function unnamed(body: readonly Piece[], pillar: Pillar | null): Warning {
  const [first] = body
  const line = first?.line ?? 1
  const isWord = first?.kind === 'text' && first.text.length <= 40 && !/[.?!:]$/.test(first.text)
  const said = isWord ? `“${first.text}” is not a pillar that is known.` : 'No line names the pillar.'
  const text = pillar === null ? said : `${said} It was taken as ${pillar}, by the first heading.`
  return { rule: 'INS05', line, text, advice: 'Say which pillar the report is of.' }
}
