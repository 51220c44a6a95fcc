/**
 * POP07 A response says on what evidence it rests, or why there is none: one of the two, not both. A tactic of the library is
 * evidence: what research found of it stands there. Gives what is wrong, by field, or null. Source: tactics chosen on evidence
 * (inspection of 2016, seen); one of the two [default].
 *
 * A link, or a tactic of the library, or both: let through. A reason alone: let through. Nothing, or a reason beside evidence:
 * refused.
 */
export function evidenceProblem(
  link: string | null,
  reason: string | null,
  ofLibrary: boolean,
): Readonly<Record<string, string>> | null {
  const evidence = link !== null || ofLibrary
  if (!evidence && reason === null)
    return {
      evidenceLink: 'Choose a tactic of the library, say where the evidence is, or below why there is none. (POP07)',
    }
  if (evidence && reason !== null)
    return { noEvidenceReason: 'There is evidence above: leave this empty, or take the evidence out. (POP07)' }
  return null
}
