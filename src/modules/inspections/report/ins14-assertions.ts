const PRAISE = new RegExp(
  [
    String.raw`\b(?:good|well|effective|effectively|excellent|robust|strong|strongly|comprehensive|outstanding|clear|clearly|sound)\b`,
    String.raw`\b(?:innovative|innovatively|routine|routinely|regularly|consistently|promptly|thorough|timely|committed to|skilled|trained)\b`,
    String.raw`\b(?:in place|priority|best|falling|enables?|helped|helps?|improves|improved|improving|increasing|encouraging|on time)\b`,
  ].join('|'),
  'i',
)

/** What the force, by name or not, is said to be, have or do. */
const CLAIM =
  /^(?:the (?:force|constabulary)|it|there (?:is|are)|(?:[a-z&-]+ ){1,4}(?:police|constabulary))\b|(?:,| and) (?:the (?:force|constabulary)|it) /i

/**
 * INS14 Positive claims are offered, to be evidenced: what the report says of the force and does not warn of. A sentence
 * that warns is an observation (INS13) even where it begins with praise.
 *
 * Gives why: "There are comprehensive exercises …" praises ("comprehensive"); "After the attacks, the force reviewed its
 * plans." claims; "Crime is counted by calendar year." gives null.
 */
export function claimWords(sentence: string): string | null {
  const praise = PRAISE.exec(sentence)?.[0]
  if (praise !== undefined) return `It says “${praise}” of the force`
  return CLAIM.test(sentence) ? 'It says what the force is, has or does' : null
}
