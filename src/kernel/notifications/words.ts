/** What somebody is told, by event; what it is about stands after it, read under their own eyes. */
const EVENTS: Readonly<Record<string, string>> = {
  'duty.due-soon': 'Due soon',
  'duty.overdue': 'Overdue',
  'duty.handed-on': 'Handed on to you',
  'record.handed-on': 'Handed on to you',
  'hand-over.made': 'Left to you by whoever had the patch before',
  'lesson.kept': 'Learnt about a sort of problem that you follow',
  'policy-review.written': 'A policy was reviewed on a sort of problem that you follow',
  'victim.no-safe-contact': 'No safe way to reach a victim: their clocks are stopped',
  'victim.own-wishes': 'A victim changed on their own page how they wish to be reached',
  'victim.own-word': 'A victim said whether their own page helped',
  'victim.own-message': 'A victim wrote to you on their own page',
  'victim.link-locked': 'A link to a victim’s own page had five wrong codes and is dead: ask them',
  'share.opened': 'Shared with your agency',
  'share.ended-early': 'No longer shared with a partner',
  'information.asked': 'A question to you',
  'information.replied': 'Your question has a reply',
  'identity.decided': 'Decided: what you thought to be one',
  'identity.hidden-match': 'May hold somebody who is known elsewhere: have a reviewer inside look',
  'identity.changed-around': 'Holds somebody whose other records were joined or parted: have a reviewer inside look',
}

export function noticeWords(event: string): string {
  return EVENTS[event] ?? event.replaceAll(/[.-]/g, ' ')
}
