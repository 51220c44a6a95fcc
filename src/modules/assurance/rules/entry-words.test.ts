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
    expect(say({})).toBe('PS Ellis opened document 3f2a at 14:45 on Mon 23 November, for neighbourhood review')
  })

  test('names people, and what it is about where that is something else', () => {
    expect(say({ event: 'audit.searched', subjects: [{ kind: 'account', id: 'a-1', name: 'PC Mills' }] })).toBe(
      'PS Ellis searched audit, about account PC Mills at 14:45 on Mon 23 November, for neighbourhood review',
    )
  })

  test('counts the subjects that it does not list', () => {
    const subjects = ['1', '2', '3', '4', '5'].map((id) => ({ kind: 'document', id, name: null }))
    expect(say({ event: 'document.listed', subjects, subjectCount: 50, purpose: '' })).toBe(
      'PS Ellis listed document 1, document 2, document 3 and 47 more at 14:45 on Mon 23 November',
    )
  })

  test('tells how an attempt ended', () => {
    expect(say({ outcome: 'refused', purpose: '' })).toMatch(/^PS Ellis was refused this: opened document 3f2a, at/)
    expect(say({ outcome: 'hidden', purpose: '' })).toMatch(
      /^PS Ellis looked for document 3f2a, which is not open to them, at/,
    )
    expect(say({ outcome: 'missed', purpose: '' })).toMatch(/which is not there, at/)
    expect(
      say({ outcome: 'intended', event: 'crime-level.exported', subjects: [], subjectCount: 0, purpose: '' }),
    ).toMatch(/^PS Ellis began this: exported crime level, at/)
  })
})
