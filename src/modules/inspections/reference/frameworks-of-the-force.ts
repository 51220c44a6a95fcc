import { GRADES, type Framework, type HeadingWords, type Mark, type Question } from './framework.ts'

/** A question of a framework without pillars. */
function question(number: number, title: string, heading: HeadingWords, mark: Mark = 'unverified'): Question {
  return { code: `${number}`, number, pillar: null, title, grading: 'unknown', mark, heading, diagnostics: [] }
}

/**
 * Frameworks whose reports are of the whole force. Of the first two the notes have the number of questions and no titles:
 * a heading of such a report is read as a question only where it asks one ("How good is the force at …?").
 */
export const FRAMEWORKS_OF_THE_FORCE = [
  {
    code: 'PAF2021-22',
    name: 'PEEL 2021/22',
    from: 2021,
    to: 2022,
    grades: GRADES,
    mark: 'seen',
    note: 'Twelve questions, ten graded; the Strategic Policing Requirement and armed threats are not. Five grades.',
    questions: [],
  },
  {
    code: 'PAF2023-25',
    name: 'PEEL 2023–25',
    from: 2023,
    to: 2024,
    grades: GRADES,
    mark: 'seen',
    note: 'Nine areas, eight graded; the service to victims is not. Five grades.',
    questions: [],
  },
  {
    code: 'PAF2025-27',
    name: 'PEEL 2025–27',
    from: 2025,
    to: null,
    grades: GRADES,
    mark: 'seen',
    note: 'Leadership comes first. Only the first question has been seen; the others are to be checked. Five grades.',
    questions: [
      question(1, 'Leadership and management of the force', [['leadership'], ['management']], 'seen'),
      question(2, 'Police powers; fair and respectful treatment', [['powers'], ['treat', 'fair']]),
      question(3, 'Preventing and deterring crime, anti-social behaviour and vulnerability', [
        ['prevent'],
        ['deter', 'crime'],
      ]),
      question(4, 'Responding to the public', [['respond'], ['public']]),
      question(5, 'Investigating crime', [['investigat'], ['crime']]),
      question(6, 'Protecting vulnerable people', [['protect'], ['vulnerab']]),
      question(7, 'Managing offenders and suspects', [['manag'], ['offend'], ['suspect']]),
    ],
  },
] as const satisfies readonly Framework[]
