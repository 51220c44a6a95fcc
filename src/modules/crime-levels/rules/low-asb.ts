/** A low rate of anti-social behaviour is no good news by itself: calls may have been logged as something else. */
export const LOW_ASB = {
  short: 'Low may mean unrecorded',
  why: 'Anti-social behaviour is counted from incident logs. A low rate can mean little of it, or little of it recorded as such: logs closed under another heading, calls given up, people who no longer ring.',
  audit:
    'To tell which, draw a random sample of incident logs of the period that were closed under other headings, read each against the National Standard for Incident Recording, and report how many were anti-social behaviour, with its interval.',
} as const
