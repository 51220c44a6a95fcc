const ABBREVIATIONS: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'st',
  'no',
  'vs',
  'cf',
  'e.g',
  'i.e',
  'supt',
  'insp',
  'sgt',
])

/** The sentences of a paragraph, each exactly as it stands there. "Mr. Smith" and "e.g. Kent" are not cut. Linear. */
export function sentencesOf(paragraph: string): readonly string[] {
  const sentences: string[] = []
  let from = 0
  for (const { index, 0: end } of paragraph.matchAll(/[.?!]["”’')\]]{0,3}(?= ["“‘'(]?[A-Z\d])/g)) {
    const word = /(\S{1,12})$/.exec(paragraph.slice(Math.max(from, index - 12), index))?.[1] ?? ''
    if (ABBREVIATIONS.has(word.replace(/^[("“‘']/, '').toLowerCase()) || /^[A-Z]$/.test(word)) continue
    sentences.push(paragraph.slice(from, index + end.length))
    from = index + end.length + 1
  }
  sentences.push(paragraph.slice(from))
  return sentences.filter((sentence) => sentence.trim() !== '')
}
