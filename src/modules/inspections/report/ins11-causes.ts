import { isDoubtfulBlock, findBlock } from './ins09-blocks.ts'
import type { Warning } from './model.ts'
import type { UndatedFinding } from './open-block.ts'
import type { Piece } from './pieces.ts'

/**
 * INS11 A cause of concern always has one or more recommendations, which stand under it and belong to it. One without is
 * flagged, for then something was not read.
 *
 * "Cause of concern" / paragraph / "Recommendations" / two bullets is one cause with two; the sentence "To address this,
 * the force should immediately:" stands for that heading too.
 */
export function causesAlone(findings: readonly UndatedFinding[]): readonly Warning[] {
  const answered = new Set(findings.map(({ parent }) => parent))
  return findings.flatMap(({ kind, line }, index) =>
    kind !== 'cause-of-concern' || answered.has(index)
      ? []
      : [
          {
            rule: 'INS11',
            line,
            text: 'A cause of concern has no recommendation; every one has at least one.',
            advice: 'Find its recommendations in the report and add them.',
          } as const,
        ],
  )
}

/** Whether a sentence leads into the recommendations of a cause: "To address this, the force should immediately:". */
export function leadsToRecommendations(text: string): boolean {
  return (
    text.endsWith(':') && /\b(?:recommends?|recommendations?|should|must|needs? to|address)\b/i.test(text.slice(-400))
  )
}

/** For each piece, whether recommendations come below it before any other list or the end. Linear. */
export function recommendationsAhead(pieces: readonly Piece[]): readonly boolean[] {
  const ahead: boolean[] = []
  let comes = false
  for (const piece of pieces.toReversed()) {
    ahead.push(comes)
    if (piece.kind === 'block') comes = findBlock(piece.text)?.lists === 'recommendation'
    else if (piece.kind === 'text' && leadsToRecommendations(piece.text)) comes = true
    else if (piece.kind === 'text' && isDoubtfulBlock(piece.text)) comes = false
  }
  return ahead.toReversed()
}
