import { findBlock } from './ins09-blocks.ts'
import { findBullet } from './ins10-bullets.ts'
import { beginsHeading } from './ins06-headings.ts'
import { findGradeLine } from './ins07-grade.ts'
import { findPillar } from './ins05-pillar.ts'
import { findTitle } from './ins04-title.ts'

/** What a line begins: by these a broken line is told from a new one. */
export type Kind = 'title' | 'pillar' | 'heading' | 'grade' | 'block' | 'bullet' | 'text'

/** A paragraph, bullet or heading of the report, its broken lines joined. */
export interface Piece {
  readonly kind: Kind
  /** Where it begins. */
  readonly line: number
  readonly indent: number
  /** The sign of a bullet, '' for all else. */
  readonly marker: string
  /** A bullet's without its sign. */
  readonly text: string
}

/** What a line begins, looked at alone. */
export function kindOf(text: string): Kind {
  if (findTitle(text) !== undefined) return 'title'
  if (findPillar(text) !== undefined) return 'pillar'
  if (beginsHeading(text)) return 'heading'
  if (findGradeLine(text) !== undefined) return 'grade'
  if (findBlock(text) !== undefined) return 'block'
  return findBullet(text) === undefined ? 'text' : 'bullet'
}
