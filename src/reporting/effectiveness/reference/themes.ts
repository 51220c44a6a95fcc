/** What a question is about, whatever a framework calls it: the five questions of 2016, in few words. */
export const THEMES = {
  E1: 'Preventing crime',
  E2: 'Investigating',
  E3: 'Protecting',
  E4: 'Organised crime',
  E5: 'Specialist capabilities',
} as const
export type Theme = keyof typeof THEMES

/**
 * Which themes the questions of each framework ask about, in our own reading: a question that is not here asks about none of
 * the five. By this a measure, and a finding of an earlier report that is still open, stands under the question of another year.
 */
const ASKED_ABOUT: Readonly<Record<string, Readonly<Record<string, readonly Theme[]>>>> = {
  PEEL2014: { E1: ['E1'], E2: ['E2'], E3: ['E1'], E4: ['E3'], E5: ['E4'], E6: ['E5'] },
  PEEL2015: { E1: ['E1'], E2: ['E2'], E3: ['E3'], E4: ['E4', 'E5'] },
  PEEL2016: { E1: ['E1'], E2: ['E2'], E3: ['E3'], E4: ['E4'], E5: ['E5'] },
  PEEL2017: { E1: ['E1'], E2: ['E2'], E3: ['E3'], E4: ['E4'], E5: ['E5'] },
  'PEEL2018-19': { E1: ['E1'], E2: ['E2'], E3: ['E3'], E4: ['E4'], E5: ['E5'] },
  'PAF2025-27': { 3: ['E1'], 5: ['E2'], 6: ['E3'], 7: ['E2'] },
}

/** The themes of a question: `PEEL2015`, `E4` asks about E4 and E5. */
export function themesOf(framework: string, question: string): readonly Theme[] {
  return ASKED_ABOUT[framework]?.[question] ?? []
}

/** The themes of a question by its full code, `PEEL2015/E4`; none where there is no such code. */
export function themesOfCode(code: string | null): readonly Theme[] {
  const [framework = '', question = ''] = (code ?? '').split('/')
  return themesOf(framework, question)
}
