const HERE = 'http://here.invalid'
const LONGEST = 2_000

/**
 * A path of this site to go back to, taken from what a browser sent; `fallback` when it is anything else. Read by the
 * same parser as a browser's, so that no slash, backslash, tab or encoded trick leads to another site.
 */
export function localPath(sent: unknown, fallback = '/'): string {
  if (typeof sent !== 'string' || sent.length > LONGEST || !sent.startsWith('/')) return fallback
  if (!URL.canParse(sent, HERE)) return fallback
  const url = new URL(sent, HERE)
  if (url.origin !== HERE || /^\/[/\\]/.test(url.pathname)) return fallback
  return url.pathname + url.search
}

/** The same, but never one of the doors themselves: nobody is sent round in a circle. */
export function returnPath(sent: unknown, fallback = '/'): string {
  const path = localPath(sent, fallback)
  return DOORS.test(path) ? fallback : path
}

const DOORS = /^\/(sign-in|sign-out|signed-out|locked|lock|confirm|switch|demo-sign-in|api|assets)(?=$|[/?])/
