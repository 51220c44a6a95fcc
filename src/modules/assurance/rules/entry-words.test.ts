import { describe, expect, test } from 'vitest'
import { entrySentence, type EntryFacts } from './entry-words.ts'

const opened: EntryFacts = {
  who: 'PS Ellis',
  event: 'document.opened',
  outcome: 'done',
  subjects: [{ kind: 'document', id: '3f2a', name: null }],
  subjectCount: 1,
  purpose: 'neighbourhood review',
}
const say = (facts: Partial<EntryFacts>) => entrySentence({ ...opened, ...facts }, 'at 14:45 on Mon 23 November')

describe('a line of the audit in plain words', () => {
  test('says who did what, to what, when and why', () => {
    expect(say({})).toBe('PS Ellis opened a document: 3f2a, at 14:45 on Mon 23 November, for neighbourhood review')
  })

  test('names people, and what it is about where that is something else', () => {
    expect(say({ event: 'audit.searched', subjects: [{ kind: 'account', id: 'a-1', name: 'PC Mills' }] })).toBe(
      'PS Ellis searched the audit: PC Mills, at 14:45 on Mon 23 November, for neighbourhood review',
    )
  })

  test('says of which kind a subject is where the event does not, and only the beginning of a long reference', () => {
    const subjects = [{ kind: 'job-run', id: '833af915-2c0b-476e-ae52-987ece7f328a', name: null }]
    expect(say({ event: 'audit.searched', subjects, purpose: '' })).toBe(
      'PS Ellis searched the audit: background work 833af915, at 14:45 on Mon 23 November',
    )
  })

  test('does not say twice of which kind a subject is', () => {
    const subjects = [{ kind: 'audit-entry', id: '17954-92', name: null }]
    expect(say({ event: 'audit.opened', subjects, purpose: '' })).toMatch(
      /^PS Ellis opened a line of the audit: 17954-92, at/,
    )
  })

  test('reads an event that has no words off its own name', () => {
    expect(say({ event: 'apple.hand-picked', subjects: [], subjectCount: 0, purpose: '' })).toMatch(
      /^PS Ellis hand picked apple, at/,
    )
  })

  test('counts the subjects that it does not list', () => {
    const subjects = ['1', '2', '3', '4', '5'].map((id) => ({ kind: 'document', id, name: null }))
    expect(say({ event: 'document.listed', subjects, subjectCount: 50, purpose: '' })).toBe(
      'PS Ellis listed documents: 1, 2, 3 and 47 more, at 14:45 on Mon 23 November',
    )
  })

  test('tells how an attempt ended', () => {
    expect(say({ outcome: 'refused', purpose: '' })).toMatch(/^PS Ellis was refused this: opened a document: 3f2a, at/)
    expect(say({ outcome: 'hidden', purpose: '' })).toMatch(/^PS Ellis looked for 3f2a, which is not open to them, at/)
    expect(say({ outcome: 'missed', purpose: '' })).toMatch(/which is not there, at/)
    expect(say({ outcome: 'intended', event: 'levels.exported', subjects: [], subjectCount: 0, purpose: '' })).toMatch(
      /^PS Ellis began this: took out crime and ASB levels, at/,
    )
  })
})
