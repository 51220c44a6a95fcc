/**
 * POP07 A response says on what evidence it rests, or why there is none: one of the two, not both. Gives what is wrong, by
 * field, or null. Source: tactics chosen on evidence (inspection of 2016, seen); one of the two [default].
 *
 * A link alone: let through. A reason alone: let through. Neither, or both: refused.
 */
export function evidenceProblem(link: string | null, reason: string | null): Readonly<Record<string, string>> | null {
  if (link === null && reason === null)
    return { evidenceLink: 'Say where the evidence for it is, or below why there is none. (POP07)' }
  if (link !== null && reason !== null)
    return { noEvidenceReason: 'There is evidence above: leave this empty, or take the evidence out. (POP07)' }
  return null
}
