import { MARKINGS, type Marking } from '#platform/access/reader.ts'
import { RuleRefused } from '#platform/errors/errors.ts'

/** What somebody may answer; the last two only to be told where such a thing belongs. */
export const MARKING_ANSWERS = [...MARKINGS, 'SECRET', 'TOP SECRET'] as const
export type MarkingAnswer = (typeof MARKING_ANSWERS)[number]

/** DOC01: material marked above OFFICIAL-SENSITIVE is held elsewhere. Gives the marking that it is kept under here. */
export function heldHere(answer: MarkingAnswer): Marking {
  const marking = MARKINGS.find((known) => known === answer)
  if (marking !== undefined) return marking
  throw new RuleRefused(
    'DOC01',
    `${answer} material is held elsewhere: nothing above OFFICIAL-SENSITIVE may be kept here, and nothing of this file was. Keep it on the system that is accredited for it.`,
  )
}
