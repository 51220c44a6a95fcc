import type { SourcedRule } from '#kernel/organisation/rules/rule.ts'

const LAYOUTS = 'Layouts of published reports, 2014 to 2018'

/** The rules by which a report is read; each has a file of its own with worked examples. Warnings name them. */
export const REPORT_RULES = {
  INS01: { title: 'Clean text', authority: 'Pastes from pages and PDF files', mark: 'seen' },
  INS02: { title: 'Lines that are broken are joined', authority: 'Pastes from PDF files', mark: 'seen' },
  INS03: { title: 'Page furniture is not the report', authority: LAYOUTS, mark: 'seen' },
  INS04: { title: 'Title: force and year', authority: LAYOUTS, mark: 'seen' },
  INS05: { title: 'Pillar', authority: LAYOUTS, mark: 'seen' },
  INS06: { title: 'Headings that are questions', authority: 'Frameworks of the inspectorate', mark: 'seen' },
  INS07: { title: 'A grade has its own line or opens by itself', authority: LAYOUTS, mark: 'seen' },
  INS08: { title: 'Not inspected again: the earlier grade stands', authority: 'PEEL 2017, by risk', mark: 'seen' },
  INS09: { title: 'Headings that list findings', authority: LAYOUTS, mark: 'seen' },
  INS10: { title: 'Bullets', authority: LAYOUTS, mark: 'seen' },
  INS11: {
    title: 'A cause of concern has one or more recommendations',
    authority: 'Inspectorate’s definition of causes of concern',
    mark: 'seen',
  },
  INS12: { title: 'Date by which', authority: 'Recommendations with hard dates, 2017', mark: 'seen' },
  INS13: { title: 'Warnings that are not bullets are offered', authority: 'Report of 2016, question 3', mark: 'seen' },
  INS14: {
    title: 'Positive claims are offered, to be evidenced',
    authority: 'Report of 2016, question 5',
    mark: 'seen',
  },
  INS15: { title: 'Words that only sound like a grade are offered', authority: LAYOUTS, mark: 'seen' },
} as const satisfies Record<string, SourcedRule>

export type RuleCode = keyof typeof REPORT_RULES
