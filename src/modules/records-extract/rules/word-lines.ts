import { Invalid } from '#platform/errors/errors.ts'

/** "F = female", a line each: their words and our codes. Throws Invalid at the field. */
export function readWordLines(
  lines: string,
  codes: Readonly<Record<string, string>>,
  field: string,
): Record<string, string> {
  const words: Record<string, string> = {}
  for (const line of lines.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue
    const [, theirs = '', ours = ''] = /^(.+?)\s*=\s*(\S+)$/.exec(line) ?? []
    if (theirs === '' || !(ours in codes))
      throw new Invalid({
        [`words:${field}`]: `“${line.slice(0, 60)}”: write their word, = and one of ${Object.keys(codes).join(', ')}`,
      })
    words[theirs] = ours
  }
  return words
}

/** The same for the form again. */
export function wordLines(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([theirs, ours]) => `${theirs} = ${ours}`)
    .join('\n')
}
