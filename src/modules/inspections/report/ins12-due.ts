import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { addSpan, findDate, findEndOfMonth, type Span } from './dates.ts'

/** When a finding is to be met. */
export interface Due {
  /** The last day that is still in time; null where the words do not give one. */
  readonly date: CivilDate | null
  /** The words of the report. */
  readonly words: string
  /** Why the date is missing or in doubt; null where it is neither. */
  readonly problem: string | null
}

const DAY =
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}` +
  String.raw`|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}`
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const PERIOD = String.raw`[a-z]{3,9}\.?,? \d{4}|20\d\d|${MONTHS}`
const BY = new RegExp(
  String.raw`\b(no later than|not later than|by|before) (?:the )?(end of )?(${DAY}|${PERIOD})(?![\w-])`,
  'gi',
)
const WITHIN =
  /\b(?:within|in the next) (?:the )?(?:next )?(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|\d{1,3}) (working )?(day|week|month|year)s?\b/gi
const AT_ONCE =
  /\b(?:immediately|with immediate effect|without delay|urgently|as soon as (?:possible|practicable))(?![\w-])/gi

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
}

const SPANS: Readonly<Record<string, Span>> = { day: 'days', week: 'weeks', month: 'months', year: 'years' }

/**
 * INS12 Date by which. A hard date is the day, or the last day of the month or year; a time runs from the day of
 * publication, and has no date where the report gives no such day. Of two dates the earlier stands, with a doubt.
 *
 * "by 31 March 2018" is 2018-03-31, "no later than September 2017" 2017-09-30, "before March 2018" 2018-02-28; published on
 * 2 March 2017, "should immediately" is 2017-03-02 and "within three months" 2017-06-02. "Ensure that all are told
 * immediately" speaks of the work and not of the finding: no date, and a doubt.
 *
 * Null where the text speaks of no time. `leads` is for the sentence that leads into a list. Linear in the text.
 */
export function findDue(text: string, published: CivilDate | null, leads = false): Due | null {
  const found = [
    ...Array.from(text.matchAll(BY), hardDate),
    ...Array.from(text.matchAll(WITHIN), (match) => running(text, match, published, leads)),
    ...Array.from(text.matchAll(AT_ONCE), (match) => atOnce(text, match, published, leads)),
  ].filter((due) => due !== null)
  const [first, ...others] = found.sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))
  if (first === undefined) return null
  const other = others.find(({ date, words }) => (date === null ? words !== first.words : date !== first.date))
  if (other === undefined) return first
  return { ...first, problem: `It speaks of two times, “${first.words}” and “${other.words}”.` }
}

function hardDate([words, how = '', end, named = '']: RegExpExecArray): Due | null {
  const before = how.toLowerCase() === 'before' && end === undefined
  const year = /^\d{4}$/.exec(named)?.[0]
  const last =
    findDate(named) ?? findEndOfMonth(named) ?? (year === undefined ? undefined : findDate(`31 December ${year}`))
  if (year !== undefined && end === undefined && !before) {
    return { date: null, words, problem: `“${words}” may mean the beginning of that year or its end.` }
  }
  if (last !== undefined) {
    return { date: before ? addDays(firstOf(named, year, last), -1) : last, words, problem: null }
  }
  // "By spring 2018" and "by September" name a time that is no date; "by section 2016" names none.
  const isTime = /^(?:spring|summer|autumn|winter)\b/i.test(named) || new RegExp(`^(?:${MONTHS})$`).test(named)
  const isWrongDay = /\d/.test(named.slice(0, 2)) && named.length > 4
  return isTime || isWrongDay ? { date: null, words, problem: `“${words}” is not a date of the calendar.` } : null
}

/** The first day of what is named: "before March 2018" ends with February. */
function firstOf(named: string, year: string | undefined, last: CivilDate): CivilDate {
  if (year !== undefined) return findDate(`1 January ${year}`) ?? last
  return findDate(named) ?? findDate(`1 ${named}`) ?? last
}

function running(text: string, match: RegExpExecArray, published: CivilDate | null, leads: boolean): Due {
  const [words, count = '', working, span = ''] = match
  const number = COUNTS[count.toLowerCase()] ?? Number(count)
  const unit = SPANS[span.toLowerCase()]
  const doubt = doubtOf(text, match, published, leads)
  if (working !== undefined) return { date: null, words, problem: `“${words}” counts working days.` }
  if (doubt !== null || published === null || unit === undefined) return { date: null, words, problem: doubt }
  return { date: addSpan(published, number, unit), words, problem: null }
}

function atOnce(text: string, match: RegExpExecArray, published: CivilDate | null, leads: boolean): Due {
  const [words] = match
  const doubt = doubtOf(text, match, published, leads)
  if (doubt !== null) return { date: null, words, problem: doubt }
  if (/^(?:immediately|with)/i.test(words) && !/^without/i.test(words)) return { date: published, words, problem: null }
  return { date: null, words, problem: `“${words}” names no date.` }
}

/** Why a running time gives no date: it is that of the work, or there is no day to run from. */
function doubtOf(text: string, match: RegExpExecArray, published: CivilDate | null, leads: boolean): string | null {
  const before = text.slice(Math.max(0, match.index - 400), match.index)
  const direct = /(?:^|\b(?:should|must|needs? to|has to|shall)(?: also)?,?) ?$/i.test(before.slice(-30))
  const ofTheWork = /\b(?:ensure|make sure|making sure|so that|when|if|which|who)\b/i.test(before)
  if (!leads && !direct && ofTheWork) return `“${match[0]}” may be the time of the work and not of the finding.`
  return published === null ? `“${match[0]}” runs from the day of publication, which the report does not give.` : null
}
