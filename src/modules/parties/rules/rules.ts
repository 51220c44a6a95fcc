import type { SourcedRule } from '#kernel/organisation/rules/rule.ts'

const OURS = 'This project'

/** The rules of the pages of parties, and of what is added there by hand. */
export const PARTY_RULES = {
  PTY01: { title: 'Where sources differ, each is shown and none is chosen', authority: OURS, mark: 'default' },
  PTY02: { title: 'An age is no better than its date of birth', authority: OURS, mark: 'default' },
  PTY03: { title: 'Who may be under 18 is taken for a child', authority: OURS, mark: 'default' },
  PTY04: { title: 'How often is a count by role, never a score', authority: OURS, mark: 'default' },
  PTY05: { title: 'No child and nobody protected is drawn in a network', authority: OURS, mark: 'default' },
  MKR01: {
    title: 'An overdue review is said, and the marker stays',
    authority: 'Warning signals of national systems',
    mark: 'unverified',
  },
  MKR02: { title: 'A marker is looked at again within a year', authority: OURS, mark: 'default' },
  MKR03: { title: 'A marker does not begin on a day to come', authority: OURS, mark: 'default' },
  MKR04: { title: 'Which markers are added by hand', authority: OURS, mark: 'default' },
  MKR05: { title: 'A supervisor ends a marker, with the reason', authority: OURS, mark: 'default' },
  LNK01: { title: 'A link joins only what it can', authority: OURS, mark: 'default' },
  LNK02: { title: 'What another system says is ended there', authority: OURS, mark: 'default' },
} as const satisfies Record<string, SourcedRule>
