const LONGEST = 600

const SAYS_NOT_INSPECTED =
  /\b(?:not|wasn[’']t|weren[’']t) (?:been )?(?:(?:re-?)?inspected|re-?assessed|subject to (?:a )?(?:detailed )?(?:re-?)?inspection|part of this inspection)\b/i
const SAYS_STANDS =
  /\b(?:judge?ments?|grades?|gradings?|findings)\b[^.]{0,120}\b(?:carried over|carried forward|stands?|still appl(?:y|ies)|remains? unchanged)\b/i

/**
 * INS08 Not inspected again, the earlier grade stands: the question has no new grade, and its earlier findings live on.
 *
 * "Not inspected in 2017. The earlier grade stands." and "… our judgment from 2017 has been carried over" are;
 * "Digital devices are not inspected in time." is not: it speaks of no grade, and does not open so.
 */
export function isStanding(paragraph: string): boolean {
  if (paragraph.length > LONGEST) return false
  const notInspected = SAYS_NOT_INSPECTED.test(paragraph)
  const opens = /^(?:This (?:question|area|part) (?:was|has)|We did|Not )/.test(paragraph)
  return SAYS_STANDS.test(paragraph)
    ? notInspected || /carried|earlier|previous|20\d\d/i.test(paragraph)
    : notInspected && opens
}
