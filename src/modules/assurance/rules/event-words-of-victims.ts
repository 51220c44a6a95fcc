/** What events about victims of crime are called: a part of `EVENT_WORDS`, in a file of its own since that is long. */
export const VICTIM_EVENTS: Readonly<Record<string, string>> = {
  'case-event.corrected': 'corrected when something happened on a victim’s case',
  'case-event.form-opened': 'opened a form about something on a victim’s case',
  'case-event.logged': 'logged what happened on a victim’s case',
  'case-event.voided': 'said that something on a victim’s case did not happen',
  'victim.added': 'added a victim of a crime',
  'victim.assessed': 'assessed what a victim needs',
  'victim.begun': 'opened the form for a victim',
  'victim.contact-logged': 'logged a contact with a victim',
  'victim.form-opened': 'opened a form about a victim',
  'victim.listed': 'listed victims of crime',
  'victim.no-safe-contact': 'said that there is no safe way to reach a victim',
  'victim.opened': 'opened a victim of a crime',
  'victim.opened-by-extract': 'brought victims with an extract',
  'victim.referred': 'wrote down a referral of a victim to support',
  'victim.safe-again': 'said that a victim can be reached safely again',
  'victim.wishes-set': 'kept how a victim wishes to be reached',
}
