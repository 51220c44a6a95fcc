/** What became of a recorded crime, by the Home Office's numbers. */
export interface Outcome {
  readonly code: string
  readonly title: string
  readonly group: string
  /** The first day on which it could be given. */
  readonly since: string
  /** The list of outcomes since 2014 has them; when those before began, and the forms with an A, are from knowledge. */
  readonly sinceMark: 'seen' | 'unverified'
  /** It answers the offence formally: a charge, a caution, a penalty. */
  readonly formal: boolean
  /** It needs somebody who is suspected by name. */
  readonly suspect: boolean
  /** What the victim wants has to be on record. */
  readonly victimView: boolean
  /** The words that data.police.uk publishes for it, by which outcomes are counted beside other forces'; unverified. */
  readonly published: string
}

const PUBLISHED: Readonly<Record<string, string>> = {
  '0': 'Under investigation',
  '1': 'Suspect charged',
  '1A': 'Suspect charged',
  '2': 'Offender given a caution',
  '2A': 'Offender given a caution',
  '3': 'Offender given a caution',
  '3A': 'Offender given a caution',
  '4': 'Suspect charged as part of another case',
  '6': 'Offender given penalty notice',
  '7': 'Offender given a drugs possession warning',
  '8': 'Local resolution',
  '9': 'Formal action is not in the public interest',
  '10': 'Formal action is not in the public interest',
  '18': 'Investigation complete; no suspect identified',
  '20': 'Action to be taken by another organisation',
  '21': 'Further investigation is not in the public interest',
  '22': 'Further action is not in the public interest',
}
const NO_PROSECUTION = 'Unable to prosecute suspect'

type Needs = Pick<Outcome, 'formal' | 'suspect' | 'victimView'>
const needs = (words: string): Needs => ({
  formal: words.includes('formal'),
  suspect: words.includes('suspect'),
  victimView: words.includes('victim'),
})

const NOT_IN_PUBLIC_INTEREST = 'Prosecution prevented or not in the public interest'
const FORMAL = 'Out-of-court (formal)'
const INFORMAL = 'Out-of-court (informal)'
const NO_SUPPORT = 'Evidential difficulties (victim does not support action)'

/** Code, title, group, first day, what it is and needs. Source of titles: the Home Office's guide to its open data. */
const ROWS: readonly (readonly [string, string, string, string, string])[] = [
  ['0', 'Not yet assigned an outcome', 'Not yet assigned', '2013-04-01', ''],
  ['1', 'Charged or summonsed', 'Charged or summonsed', '2013-04-01', 'formal suspect'],
  ['1A', 'Charged or summonsed, alternate offence', 'Charged or summonsed', '2015-04-01', 'formal suspect'],
  ['2', 'Caution, youth', FORMAL, '2013-04-01', 'formal suspect victim'],
  ['2A', 'Caution, youth, alternate offence', FORMAL, '2015-04-01', 'formal suspect victim'],
  ['3', 'Caution, adult', FORMAL, '2013-04-01', 'formal suspect victim'],
  ['3A', 'Caution, adult, alternate offence', FORMAL, '2015-04-01', 'formal suspect victim'],
  ['4', 'Taken into consideration', 'Taken into consideration', '2013-04-01', 'formal suspect victim'],
  ['5', 'Offender has died', NOT_IN_PUBLIC_INTEREST, '2013-04-01', 'suspect'],
  ['6', 'Penalty notice for disorder', FORMAL, '2013-04-01', 'formal suspect'],
  ['7', 'Cannabis or khat warning', INFORMAL, '2013-04-01', 'suspect'],
  ['8', 'Community resolution', INFORMAL, '2013-04-01', 'suspect victim'],
  ['9', 'Not in the public interest, CPS', NOT_IN_PUBLIC_INTEREST, '2014-04-01', 'suspect'],
  ['10', 'Not in the public interest, police', NOT_IN_PUBLIC_INTEREST, '2014-04-01', 'suspect victim'],
  ['11', 'Prosecution prevented, under age', NOT_IN_PUBLIC_INTEREST, '2014-04-01', 'suspect'],
  ['12', 'Prosecution prevented, suspect too ill', NOT_IN_PUBLIC_INTEREST, '2014-04-01', 'suspect victim'],
  [
    '13',
    'Prosecution prevented, victim or key witness dead or too ill',
    NOT_IN_PUBLIC_INTEREST,
    '2014-04-01',
    'suspect',
  ],
  ['14', 'No suspect identified, victim does not support action', NO_SUPPORT, '2014-04-01', 'victim'],
  [
    '15',
    'Named suspect, victim supports, evidence falls short',
    'Evidential difficulties (suspect identified; victim supports action)',
    '2014-04-01',
    'suspect victim',
  ],
  ['16', 'Named suspect, victim does not support action', NO_SUPPORT, '2014-04-01', 'suspect victim'],
  ['17', 'Prosecution time limit expired', NOT_IN_PUBLIC_INTEREST, '2014-04-01', 'suspect'],
  ['18', 'Investigation complete, no suspect identified', 'Investigation complete', '2014-04-01', ''],
  ['19', 'Filed by the National Fraud Intelligence Bureau', 'NFIB', '2014-04-01', ''],
  ['20', 'Responsibility transferred to another body', 'Transferred', '2015-04-01', 'victim'],
  [
    '21',
    'Further investigation not in the public interest, police',
    'Further investigation not in the public interest',
    '2016-01-01',
    'suspect victim',
  ],
  ['22', 'Diversionary, educational or intervention activity', 'Diversionary activity', '2019-04-01', 'suspect victim'],
]

/** Since when is seen for these in the public record; for the rest it is from knowledge. */
const SINCE_SEEN: readonly string[] = ['21', '22']

/** The outcomes of the national framework, and 0 for a crime that has none yet. */
export const OUTCOMES: readonly Outcome[] = ROWS.map(([code, title, group, since, words]) => ({
  code,
  title,
  group,
  since,
  sinceMark: SINCE_SEEN.includes(code) ? 'seen' : 'unverified',
  ...needs(words),
  published: PUBLISHED[code] ?? NO_PROSECUTION,
}))

const BY_CODE = new Map(OUTCOMES.map((outcome) => [outcome.code, outcome]))

/** The outcome of this number, as systems write it: `18`, `018`, `1a`. */
export function findOutcome(code: string): Outcome | undefined {
  return BY_CODE.get(code.toUpperCase().replace(/^0+(?=.)/, ''))
}
