/**
 * Last outcomes in the words of data.police.uk, parted by what they say: somebody was dealt with; the investigation ended
 * without that. Whatever is in neither list (under investigation, no update, words that are not known here) is unknown.
 */
export const DEALT_WITH: readonly string[] = [
  'Awaiting court outcome',
  'Court result unavailable',
  'Court case unable to proceed',
  'Defendant found not guilty',
  'Defendant sent to Crown Court',
  'Local resolution',
  'Offender deprived of property',
  'Offender fined',
  'Offender given a caution',
  'Offender given a drugs possession warning',
  'Offender given absolute discharge',
  'Offender given community sentence',
  'Offender given conditional discharge',
  'Offender given penalty notice',
  'Offender given suspended prison sentence',
  'Offender ordered to pay compensation',
  'Offender otherwise dealt with',
  'Offender sent to prison',
  'Suspect charged',
  'Suspect charged as part of another case',
]

export const ENDED_WITHOUT: readonly string[] = [
  'Action to be taken by another organisation',
  'Formal action is not in the public interest',
  'Further action is not in the public interest',
  'Further investigation is not in the public interest',
  'Investigation complete; no suspect identified',
  'Unable to prosecute suspect',
]
