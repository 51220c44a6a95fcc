import type { Diagnostic, Framework, Grade, HeadingWords, Mark, Question } from './framework.ts'

const FOUR_GRADES = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'] as const satisfies readonly Grade[]

const ASB = ['anti-social', 'antisocial', 'asb'] as const
const REOFFENDING = ['re-offend', 'reoffend'] as const

/** A question on effectiveness; `E3` has the number 3. */
function effectiveness(
  code: `E${number}`,
  title: string,
  grading: Question['grading'],
  heading: HeadingWords,
  { mark = 'seen', diagnostics = [] }: { readonly mark?: Mark; readonly diagnostics?: readonly Diagnostic[] } = {},
): Question {
  return { code, number: Number(code.slice(1)), pillar: 'Effectiveness', title, grading, mark, heading, diagnostics }
}

function diagnostic(code: string, title: string, mark: Mark = 'seen'): Diagnostic {
  return { code, title, mark }
}

/** The five questions of 2016; those of 2017 and 2018/19 were the same, so `mark` says how we know. */
function fiveQuestions(mark: Mark): readonly Question[] {
  const marked = (...entries: readonly Diagnostic[]): { mark: Mark; diagnostics: readonly Diagnostic[] } => ({
    mark,
    diagnostics: entries.map((entry) => ({ ...entry, mark: mark === 'seen' ? entry.mark : mark })),
  })
  return [
    effectiveness(
      'E1',
      'Preventing crime, dealing with anti-social behaviour, keeping people safe',
      'graded',
      [['prevent'], ASB],
      marked(
        diagnostic('E1.1', 'Does the force know the threats and risks of harm in its communities?'),
        diagnostic('E1.2', 'Does what it does prevent crime and anti-social behaviour?'),
      ),
    ),
    effectiveness(
      'E2',
      'Investigating crime and reducing re-offending',
      'graded',
      [['investigat'], REOFFENDING],
      marked(
        diagnostic('E2.1', 'The first response of an investigation'),
        diagnostic('E2.2', 'The investigation that follows'),
        diagnostic('E2.3', 'Reducing re-offending'),
      ),
    ),
    effectiveness(
      'E3',
      'Protecting vulnerable people and supporting victims',
      'graded',
      [['protect'], ['vulnerab'], ['victim', 'harm']],
      marked(
        diagnostic('E3.1', 'Finding who is vulnerable, and weighing their risk and need'),
        diagnostic('E3.2', 'The first response to vulnerable victims'),
        diagnostic('E3.3', 'Investigating with partners, and keeping victims safe'),
      ),
    ),
    effectiveness(
      'E4',
      'Tackling serious and organised crime',
      'graded',
      [['tackl'], ['serious'], ['organised', 'organized']],
      marked(
        diagnostic('E4.1', 'Does the force know the threat and risk from serious and organised crime?'),
        diagnostic('E4.2', 'Does it act on it?'),
        diagnostic('E4.3', 'Does it prevent it?'),
      ),
    ),
    effectiveness(
      'E5',
      'Specialist capabilities',
      'ungraded',
      [['specialist'], ['capabilit']],
      marked(
        diagnostic('E5.1', 'Arrangements for national policing duties (Strategic Policing Requirement)', 'inferred'),
        diagnostic('E5.2', 'Readiness to answer armed threats', 'inferred'),
      ),
    ),
  ]
}

/** Frameworks whose reports were published pillar by pillar; questions of the Effectiveness pillar only. */
export const FRAMEWORKS_BY_PILLAR = [
  {
    code: 'PEEL2014',
    name: 'PEEL 2014',
    from: 2014,
    to: 2014,
    grades: FOUR_GRADES,
    mark: 'seen',
    note: 'Six questions on effectiveness: three graded by inspection, three written about.',
    questions: [
      effectiveness('E1', 'Reducing crime and preventing offending', 'graded', [['reduc'], ['prevent'], ['offend']]),
      effectiveness('E2', 'Investigating offending', 'graded', [['investigat'], ['offend']]),
      effectiveness('E3', 'Tackling anti-social behaviour', 'graded', [['tackl'], ASB]),
      effectiveness('E4', 'Protecting those at greatest risk', 'narrative', [['protect'], ['greatest'], ['risk']]),
      effectiveness('E5', 'Serious, organised and complex crime', 'narrative', [
        ['serious'],
        ['organised', 'organized'],
        ['complex'],
      ]),
      effectiveness('E6', 'Meeting the Strategic Policing Requirement', 'narrative', [['strategic'], ['requirement']]),
    ],
  },
  {
    code: 'PEEL2015',
    name: 'PEEL 2015',
    from: 2015,
    to: 2015,
    grades: FOUR_GRADES,
    mark: 'seen',
    note: 'Four questions on effectiveness, all graded.',
    questions: [
      effectiveness('E1', 'Preventing crime and anti-social behaviour, keeping people safe', 'graded', [
        ['prevent'],
        ASB,
      ]),
      effectiveness('E2', 'Investigating crime and managing offenders', 'graded', [
        ['investigat'],
        ['manag'],
        ['offend'],
      ]),
      effectiveness('E3', 'Protecting vulnerable people from harm and supporting victims', 'graded', [
        ['protect'],
        ['vulnerab'],
        ['harm', 'victim'],
      ]),
      effectiveness('E4', 'Tackling serious and organised crime, with national policing duties', 'graded', [
        ['tackl'],
        ['serious'],
        ['organised', 'organized'],
      ]),
    ],
  },
  {
    code: 'PEEL2016',
    name: 'PEEL 2016',
    from: 2016,
    to: 2016,
    grades: FOUR_GRADES,
    mark: 'seen',
    note: 'Five questions on effectiveness, four graded; the fifth is written about and has no grade.',
    questions: fiveQuestions('seen'),
  },
  {
    code: 'PEEL2017',
    name: 'PEEL 2017',
    from: 2017,
    to: 2017,
    grades: FOUR_GRADES,
    mark: 'inferred',
    note: 'By risk: only some questions were inspected again, and the earlier grade of the others stands.',
    questions: fiveQuestions('inferred'),
  },
  {
    code: 'PEEL2018-19',
    name: 'PEEL 2018/19',
    from: 2018,
    to: 2019,
    grades: FOUR_GRADES,
    mark: 'inferred',
    note: 'One inspection of all pillars, by risk: the earlier grade of a question that was left out stands.',
    questions: fiveQuestions('inferred'),
  },
] as const satisfies readonly Framework[]
