import { findHeading, isPageHeading, type Heading } from './ins06-headings.ts'
import { findGradeLine } from './ins07-grade.ts'
import type { Piece } from './pieces.ts'

/** A heading, and what stands under it up to the next. */
export interface Section {
  readonly heading: Heading
  readonly line: number
  readonly isPage: boolean
  readonly pieces: readonly Piece[]
}

export interface Sections {
  /** What stands above the first heading. */
  readonly above: readonly Piece[]
  readonly sections: readonly Section[]
}

/**
 * Parts the pieces at their headings. A report of the whole force (`byGrade`) has headings that ask nothing: there a short
 * line right above a grade is one. A heading with nothing under it that comes again below was a line of the contents.
 */
export function partSections(pieces: readonly Piece[], byGrade: boolean): Sections {
  const above: Piece[] = []
  const sections: { heading: Heading; line: number; isPage: boolean; pieces: Piece[] }[] = []
  pieces.forEach((piece, index) => {
    const heading =
      piece.kind === 'heading' ? findHeading(piece.text) : byGrade ? areaAbove(piece, pieces[index + 1]) : undefined
    const under = sections.at(-1)?.pieces ?? above
    if (heading === undefined) under.push(piece.kind === 'heading' ? { ...piece, kind: 'text' } : piece)
    else
      sections.push({
        heading,
        line: piece.line,
        isPage: isPageHeading(heading.title),
        pieces: gluedGrade(heading, piece),
      })
  })
  return { above, sections: withoutContents(sections) }
}

function areaAbove(piece: Piece, next: Piece | undefined): Heading | undefined {
  const isShort = piece.kind === 'text' && piece.text.length <= 90 && !/[.!?:;,]$/.test(piece.text)
  return isShort && next?.kind === 'grade' ? { title: piece.text, number: null, rest: null } : undefined
}

function gluedGrade({ rest }: Heading, piece: Piece): Piece[] {
  return rest === null || findGradeLine(rest) === undefined ? [] : [{ ...piece, kind: 'grade', text: rest }]
}

function withoutContents(sections: readonly Section[]): readonly Section[] {
  const key = ({ heading }: Section): string =>
    heading.title
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
      .trim()
  const last = new Map(sections.map((section) => [key(section), section]))
  return sections.filter((section) => section.pieces.length > 0 || last.get(key(section)) === section)
}
