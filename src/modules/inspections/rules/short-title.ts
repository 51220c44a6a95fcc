/** Long enough to tell a finding from its neighbours, short enough for a line of a table. */
const LENGTH = 90

/**
 * The title of a finding's record, from its text: without "The force should", cut at a word.
 *
 * "The force should count the files that wait." is "Count the files that wait".
 */
export function shortTitle(text: string): string {
  const [body = text] = text
    .replace(
      /^(?:that )?(?:the )?(?:force|constabulary|[a-z -]{2,40} (?:police|constabulary)) (?:should|needs to|must) /i,
      '',
    )
    .split(/(?<=[^.]{20})\.(?:\s|$)/)
  const whole = body.replace(/[.;:,]+$/, '')
  const cut = whole.length <= LENGTH ? whole : `${whole.slice(0, LENGTH).replace(/[\s,;:]+\S*$/, '')} …`
  return cut.charAt(0).toUpperCase() + cut.slice(1)
}
