/** A rung of the ladder: what can be done about behaviour, by whom, on which test, for how long. Age and court are theirs to see. */
export interface Power {
  readonly name: string
  readonly law: string
  readonly by: string
  /** What must be shown; whoever chooses it writes down how it is. */
  readonly test: string
  readonly limits: string
  readonly breach: string
  readonly appeal: string
  /** Bounds of its length in days; null: none set. */
  readonly least: number | null
  readonly most: number | null
  /** From which rank in the police; null: any. */
  readonly rank: 'inspector' | null
  /** What must have been chosen on the case before. */
  readonly after: 'cpw' | 'closure-notice' | null
  readonly mark: 'seen' | 'unverified' | 'default'
}

const NONE = { least: null, most: null, rank: null, after: null } as const
const ACT = 'Anti-social Behaviour, Crime and Policing Act 2014'

/**
 * In the order of the ladder [default]. Seen in part on pages of a council and a community safety partnership: who may use it,
 * the length of a dispersal, of a behaviour order and of a closure notice. Tests, appeals and the limits of young people’s
 * orders are from knowledge.
 */
export const POWERS = {
  advice: {
    ...NONE,
    name: 'Advice',
    law: 'No law needed',
    by: 'Any officer or partner',
    test: 'The behaviour happened, and they may not know what it does to others',
    limits: 'None; it is written down',
    breach: 'Goes up the ladder',
    appeal: 'None',
    mark: 'default',
  },
  'warning-letter': {
    ...NONE,
    name: 'Warning letter',
    law: 'No law needed',
    by: 'Police, council or landlord',
    test: 'It happened again after advice, or is more than advice would answer',
    limits: 'Says what must stop and what comes next',
    breach: 'Goes up the ladder',
    appeal: 'A complaint to who sent it',
    mark: 'default',
  },
  contract: {
    ...NONE,
    name: 'Acceptable behaviour contract',
    law: 'No law needed: a promise in writing',
    by: 'Police, council or landlord, with the person',
    test: 'They agree what they will not do, and what helps them with it',
    limits: 'As long as agreed; six months is usual',
    breach: 'No offence; may be evidence for an order',
    appeal: 'None: it is voluntary',
    mark: 'default',
  },
  cpw: {
    ...NONE,
    name: 'Community protection warning',
    law: `${ACT}, section 43`,
    by: 'Constable, council, or community support officer or landlord where designated',
    test: 'Conduct that harms the quality of life of those in the locality, goes on or persists, and is unreasonable',
    limits: 'In writing, to somebody of 16 or over; says that a notice may follow',
    breach: 'A notice may follow',
    appeal: 'None by law',
    mark: 'unverified',
  },
  cpn: {
    ...NONE,
    name: 'Community protection notice',
    law: `${ACT}, sections 43 to 58`,
    by: 'Constable, council, or community support officer or landlord where designated',
    test: 'The same as for the warning, which was given in writing first, and time to mend it has passed',
    limits: 'For somebody of 16 or over. No length by law: to be looked at after twelve months at the latest',
    breach: 'An offence: fixed penalty or fine',
    appeal: 'To the magistrates, within 21 days',
    most: 366,
    after: 'cpw',
    mark: 'seen',
  },
  dispersal: {
    ...NONE,
    name: 'Dispersal authority',
    law: `${ACT}, sections 34 to 42`,
    by: 'An inspector or above authorises; a constable or community support officer directs',
    test: 'Necessary to take away or reduce harassment, alarm, distress, crime or disorder in the place',
    limits: '48 hours at the most; directions in writing with place, time and reason; from the age of 10',
    breach: 'An offence: up to 3 months, or a fine',
    appeal: 'None by law; a complaint',
    most: 2,
    rank: 'inspector',
    mark: 'seen',
  },
  'closure-notice': {
    ...NONE,
    name: 'Closure notice',
    law: `${ACT}, sections 76 to 79`,
    by: 'An inspector for 24 hours; a superintendent or the council for 48',
    test: 'Use of the premises led or is likely to lead to nuisance or disorder, and the notice is needed to prevent it',
    limits: '24 or 48 hours; nobody is kept from their own home; an order is asked of the court within 48 hours',
    breach: 'An offence: up to 3 months, or a fine',
    appeal: 'Heard with the order',
    most: 2,
    rank: 'inspector',
    mark: 'seen',
  },
  'closure-order': {
    ...NONE,
    name: 'Closure order',
    law: `${ACT}, sections 80 to 84`,
    by: 'Magistrates, asked by police or council',
    test: 'Criminal, disorderly or offensive behaviour on the premises, serious nuisance or disorder near them, and the order is needed',
    limits: 'Three months; six altogether when extended',
    breach: 'An offence: up to 6 months, or a fine',
    appeal: 'To the Crown Court, within 21 days',
    most: 92,
    after: 'closure-notice',
    mark: 'unverified',
  },
  injunction: {
    ...NONE,
    name: 'Civil injunction',
    law: `${ACT}, Part 1`,
    by: 'County court (youth court under 18), asked by police, council, housing provider and others',
    test: 'On the balance of probabilities they did or threaten it, and it is just and convenient to prevent it',
    limits: 'From the age of 10; under 18 for twelve months at most. Since 23 March 2015',
    breach: 'Contempt of court',
    appeal: 'To a higher court',
    mark: 'seen',
  },
  cbo: {
    ...NONE,
    name: 'Criminal behaviour order',
    law: 'Sentencing Act 2020, section 330 and following; before it, the Act of 2014, sections 22 to 33',
    by: 'The court that sentences, asked by the prosecutor; police or council may propose it',
    test: 'Convicted; did what causes or may cause harassment, alarm or distress; and the order helps to prevent it',
    limits: 'Two years or more for adults; one to three years under 18, looked at yearly; from the age of 10',
    breach: 'An offence: up to 5 years',
    appeal: 'As against a sentence',
    least: 365,
    mark: 'seen',
  },
  pspo: {
    ...NONE,
    name: 'Public spaces protection order',
    law: `${ACT}, sections 59 to 75`,
    by: 'The council, after asking police and commissioner',
    test: 'Activities in a public place harm the quality of life of those there, persist, and are unreasonable',
    limits: 'Three years; may be renewed for three more',
    breach: 'An offence: fixed penalty or fine',
    appeal: 'To the High Court, within 6 weeks',
    most: 1096,
    mark: 'unverified',
  },
} as const satisfies Record<string, Power>

export type PowerCode = keyof typeof POWERS

export function powerOf(code: PowerCode): Power {
  return POWERS[code]
}
