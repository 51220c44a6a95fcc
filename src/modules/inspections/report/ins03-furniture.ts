/**
 * INS03 Page furniture is not the report: menus, buttons, page numbers, lines of a table of contents.
 *
 * "Back to top", "Page 3 of 40", "12", "Contents", "How effective is the force …? ...... 14" are furniture;
 * "Share of cases that were closed" and "Next steps were agreed." are not.
 */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false
  if (/^(?:[|–—-] ?)?\d{1,3}(?: ?[|–—-])?$/.test(text) || /^[-–—*_=|. ]{3,}$/.test(text)) return true
  // The last word of a broken line may be "home": furniture begins with a capital.
  if (/^[a-z]/.test(text)) return /^(?:https?:\/\/|www\.)\S+$/.test(text)
  const folded = text.toLowerCase().replace(/[:»›>→^\s]+$/, '')
  return WHOLE_LINES.has(folded) || OPENINGS.some((opening) => opening.test(folded)) || isContentsLine(text)
}

/** A heading with dots up to a page number. */
function isContentsLine(text: string): boolean {
  return /(?:\. ?|… ?){4,}\d{1,4}$/.test(text)
}

const LONGEST = 300

const WHOLE_LINES: ReadonlySet<string> = new Set([
  'contents',
  'table of contents',
  'in this page',
  'on this page',
  'in this section',
  'back to top',
  'return to top',
  'top of page',
  'back',
  'share',
  'share this',
  'share this page',
  'print',
  'print this page',
  'print this document',
  'download',
  'download the report',
  'get the report',
  'get the pdf',
  'read the report',
  'read more',
  'next',
  'next page',
  'previous',
  'previous page',
  'home',
  'menu',
  'search',
  'skip to content',
  'skip to main content',
  'accept cookies',
  'facebook',
  'twitter',
  'linkedin',
  'email',
])

const OPENINGS: readonly RegExp[] = [
  /^page \d{1,4}(?: of \d{1,4})?$/,
  /^\d{1,4} of \d{1,4}$/,
  /^(?:next|previous)(?: page)?: \S.{0,80}$/,
  /^home [>/»›] /,
  /^share (?:this )?(?:page )?on \w+$/,
]
