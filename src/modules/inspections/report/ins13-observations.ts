const WARNING_WORDS = new RegExp(
  [
    String.raw`\b(?:however|although|but|should|needs? to|must|few|rarely|unacceptable|restricted|limited|poor(?:ly)?|thin)\b`,
    String.raw`\b(?:is|are|was|were) advised\b|\bwould (?:be of benefit|benefit)\b|\bin other forces\b|\bunder strain\b`,
    String.raw`\bnot (?:always|all|consistent(?:ly)?|yet|enough|sufficient(?:ly)?|grown)\b|\b(?:has|have) not\b|\binconsisten(?:t|cy|tly)\b`,
    String.raw`\bconcerns\b|\bcauses? of concern\b|\bexpress(?:ed|es)? (?:[a-z]+ )?concern\b|\bexposed to harm\b`,
    String.raw`\btoo (?:high|few|many|slow|low|long|often|restricted|little|much)\b|\bdelays?\b|\bbacklogs?\b`,
    String.raw`\b(?:weak|weakness(?:es)?|lacks?|lacking|lacked|fails?|failed|failings?|failures?)\b|\boverlook(?:s|ed)?\b|\bvar(?:y|ies)\b`,
  ].join('|'),
  'i',
)

/**
 * INS13 Warnings that are not bullets are offered to a person as observations; none is made one by itself.
 *
 * Gives the words that warn: "…, but the force should continue to monitor workloads …" gives "but"; "However, it needs to
 * …" gives "However"; "The force is good." gives null.
 */
export function warningWords(sentence: string): string | null {
  return WARNING_WORDS.exec(sentence)?.[0] ?? null
}
