/** What somebody is told, by event; what it is about stands after it, read under their own eyes. */
const EVENTS: Readonly<Record<string, string>> = {
  'duty.due-soon': 'Due soon',
  'duty.overdue': 'Overdue',
  'duty.handed-on': 'Handed on to you',
  'record.handed-on': 'Handed on to you',
}

export function noticeWords(event: string): string {
  return EVENTS[event] ?? event.replaceAll(/[.-]/g, ' ')
}
