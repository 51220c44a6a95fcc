/**
 * What may happen in a case that starts something owed to a victim, one for each distinct fact. Those of the police come from
 * their own records; those of a court, and of what follows it, reach witness care.
 */
export const CASE_EVENTS = {
  'crime-reported': { words: 'the crime was reported', whose: 'police' },
  'first-contact': { words: 'they were first spoken to', whose: 'police' },
  'needs-assessed': { words: 'what they need was assessed', whose: 'police' },
  'enhanced-found': { words: 'enhanced rights were found for them', whose: 'police' },
  'referral-agreed': { words: 'they agreed to be referred to support', whose: 'police' },
  'victim-contact-agreed': { words: 'it was agreed how often they hear', whose: 'police' },
  'victim-contact-updated': { words: 'they were updated', whose: 'police' },
  'not-investigated': { words: 'it was decided not to investigate', whose: 'police' },
  'suspect-arrested': { words: 'a suspect was arrested', whose: 'police' },
  'suspect-interviewed': { words: 'a suspect was interviewed under caution', whose: 'police' },
  'suspect-released': { words: 'a suspect was released without charge', whose: 'police' },
  'police-bail': { words: 'a suspect was released on police bail', whose: 'police' },
  'police-bail-changed': { words: 'police bail was changed or ended', whose: 'police' },
  'released-under-investigation': { words: 'a suspect was released under investigation', whose: 'police' },
  charged: { words: 'a suspect was charged', whose: 'police' },
  'out-of-court': { words: 'a suspect was dealt with out of court', whose: 'police' },
  'not-prosecuted': { words: 'it was decided not to prosecute', whose: 'police' },
  'decision-told': { words: 'they were told of a decision not to prosecute', whose: 'police' },
  'review-asked': { words: 'they asked for a review', whose: 'police' },
  'case-closed-no-suspect': { words: 'the case was closed with nobody charged', whose: 'police' },
  'statement-taken': { words: 'a statement was taken from them', whose: 'police' },
  'vps-made': { words: 'a personal statement was made', whose: 'police' },
  'restorative-suitable': { words: 'the case was found suitable for restorative justice', whose: 'police' },
  'loss-or-injury': { words: 'injury, loss or damage was found', whose: 'police' },
  'property-released': { words: 'their property was no longer needed', whose: 'police' },
  'circumstances-changed': { words: 'their circumstances changed', whose: 'police' },
  complaint: { words: 'they complained of the service', whose: 'police' },
  'death-by-crime': { words: 'somebody died by the crime', whose: 'police' },
  escape: { words: 'it was known that an offender is at large', whose: 'police' },
  'charge-dropped': { words: 'a charge was dropped or much altered', whose: 'court' },
  'hearing-fixed': { words: 'the first hearing was fixed', whose: 'court' },
  'hearing-again': { words: 'a later hearing was fixed', whose: 'court' },
  'court-bail': { words: 'a court decided on bail', whose: 'court' },
  warrant: { words: 'a warrant was issued for not coming to court', whose: 'court' },
  're-arrest-hearing': { words: 'a hearing followed an arrest on a warrant', whose: 'court' },
  'must-give-evidence': { words: 'it was known that they must give evidence', whose: 'court' },
  'not-guilty-plea': { words: 'somebody pleaded not guilty', whose: 'court' },
  'verdict-or-sentence': { words: 'a court gave its verdict or sentence', whose: 'court' },
  'lenient-sentence-scheme': { words: 'a sentence was given that can be looked at as too low', whose: 'court' },
  appeal: { words: 'an appeal was lodged or decided', whose: 'court' },
  'appeal-crown-court': { words: 'an appeal to the Crown Court was lodged or decided', whose: 'court' },
  'expenses-claimed': { words: 'they claimed expenses as a witness', whose: 'court' },
  'victim-contact-scheme': {
    words: 'a sentence of twelve months or more was given for a listed violent or sexual offence',
    whose: 'court',
  },
} as const satisfies Record<string, { words: string; whose: 'police' | 'court' }>
export type CaseEventKind = keyof typeof CASE_EVENTS

/** What custody, court and prosecution systems tell of a case, and a file of theirs may bring. */
export const CUSTODY_AND_COURT = [
  ...(['not-investigated', 'suspect-arrested', 'suspect-interviewed', 'suspect-released'] as const),
  ...(['police-bail', 'police-bail-changed', 'released-under-investigation', 'charged', 'out-of-court'] as const),
  ...([
    'not-prosecuted',
    'case-closed-no-suspect',
    'escape',
    'charge-dropped',
    'hearing-fixed',
    'hearing-again',
  ] as const),
  ...(['court-bail', 'warrant', 're-arrest-hearing', 'must-give-evidence', 'not-guilty-plea'] as const),
  ...([
    'verdict-or-sentence',
    'lenient-sentence-scheme',
    'appeal',
    'appeal-crown-court',
    'victim-contact-scheme',
  ] as const),
] as const satisfies readonly CaseEventKind[]

/** Of what is not an act on a victim, what is about one victim of a case and not about all of them. */
export const OF_ONE: readonly CaseEventKind[] = [
  'statement-taken',
  'loss-or-injury',
  'property-released',
  'circumstances-changed',
  'must-give-evidence',
  'expenses-claimed',
]

/** What is fixed for a day to come: a hearing, and that they must come and give evidence. */
export const FIXED_KINDS: readonly CaseEventKind[] = [
  'hearing-fixed',
  'hearing-again',
  're-arrest-hearing',
  'must-give-evidence',
]

/** What may say when sentence is given. */
export const SENTENCE_KINDS: readonly CaseEventKind[] = [
  'hearing-fixed',
  'hearing-again',
  're-arrest-hearing',
  'verdict-or-sentence',
]

/** Whether it reaches witness care from a court or the prosecutors. */
export function isCourtEvent(event: CaseEventKind): boolean {
  return CASE_EVENTS[event].whose === 'court'
}

/** "a suspect was charged, or a suspect was dealt with out of court". */
export function startsWhenOf(events: readonly CaseEventKind[]): string {
  return events.map((event) => CASE_EVENTS[event].words).join(', or ')
}
