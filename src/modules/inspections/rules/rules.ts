import type { SourcedRule } from '#kernel/organisation/rules/rule.ts'

const OURS = 'This project'
const TRACKER = 'The inspectorate’s pages of recommendations, 2017 to 2018'

/** The rules by which a finding is followed to its end; each has a file of its own with worked examples. */
export const FINDING_RULES = {
  FND01: { title: 'Colour follows from measures, evidence and date', authority: OURS, mark: 'default' },
  FND02: { title: '“It is met” needs what shows it, or rank and reason', authority: OURS, mark: 'default' },
  FND03: { title: 'Who may say so against the measure', authority: OURS, mark: 'default' },
  FND04: { title: 'The force’s own stages', authority: TRACKER, mark: 'seen' },
  FND05: { title: 'The inspectorate’s status is its own', authority: TRACKER, mark: 'seen' },
  FND06: {
    title: 'Accept, accept in part or decline, with the reason',
    authority: 'The police response',
    mark: 'unverified',
  },
  FND07: { title: 'What a linked measure says to a finding', authority: OURS, mark: 'default' },
  FND08: { title: 'The same report, or a mended copy of it', authority: OURS, mark: 'default' },
  FND09: { title: 'What a person chose of a report', authority: OURS, mark: 'default' },
  FND11: { title: 'A date of the report is not moved', authority: OURS, mark: 'default' },
  FND10: { title: 'How long a recommendation lives', authority: TRACKER, mark: 'seen' },
} as const satisfies Record<string, SourcedRule>
