/** A heading under which a report lists something. */
export interface Block {
  readonly lists: 'afi' | 'cause-of-concern' | 'recommendation' | 'practice'
  readonly urgent: boolean
  /** What follows the heading on its own line ("Area for improvement: the force should …"); null for nothing. */
  readonly inline: string | null
}

const NAMES: readonly (readonly [RegExp, Block['lists']])[] = [
  [/^areas? for improvement/i, 'afi'],
  [/^(?:accelerated )?causes? of concern/i, 'cause-of-concern'],
  [/^recommendations?/i, 'recommendation'],
  [/^(?:innovative|promising|notable|effective) practices?/i, 'practice'],
]

/**
 * INS09 Headings that list findings, in any case, one or several, with or without a number or a colon. Innovative practice
 * has such a heading too, and is no finding.
 *
 * "Areas for improvement", "AREA FOR IMPROVEMENT:", "Recommendation 2", "Causes of concern (2)" and "Area for
 * improvement: keep count." are; "Areas for improvement from 2015 were met." and "Recommendations were made" are not.
 */
export function findBlock(text: string): Block | undefined {
  const body = text.replace(/^\d{1,2}[.)] /, '')
  const named = NAMES.map(([name, lists]) => ({ lists, end: name.exec(body.slice(0, 40))?.[0].length ?? 0 })).find(
    ({ end }) => end > 0,
  )
  if (named === undefined) return undefined
  const after = body.slice(named.end).replace(/^ (?:\d{1,2}|\(\d{1,2}\))(?=$|[ :.])/, '')
  const inline = /^(?: ?:| [–—-]) ?(?=\S)/.exec(after.slice(0, 5))
  if (!/^ ?[:.]?$/.test(after.slice(0, 5)) && inline === null) return undefined
  return {
    lists: named.lists,
    urgent: /^accelerated/i.test(body),
    inline: inline === null ? null : after.slice(inline[0].length).trim(),
  }
}

/** A line that begins as such a heading and goes on: its list may be of another year, so a person must say. */
export function isDoubtfulBlock(text: string): boolean {
  return (
    text.length <= 80 && /^(?:Areas? for improvement|Causes? of concern) /i.test(text) && /^[A-Z].*[^.!?;,]$/.test(text)
  )
}
