import type { AsbType, Category } from '#kernel/antisocial-behaviour/lists.ts'
import type { PowerCode } from '#kernel/antisocial-behaviour/powers.ts'
import type { Band } from '../rules/asb02-risk-form.ts'

export interface CaseStory {
  readonly title: string
  readonly category: Category
  readonly type: AsbType
  readonly place: string
  /** Days before the last day of the data. */
  readonly began: number
  readonly incidents: number
  readonly risk: Band | null
  readonly reviewed: boolean
  readonly powers: readonly {
    readonly code: PowerCode
    readonly after: number
    readonly days: number
    readonly breached: boolean
    readonly ended: boolean
  }[]
  readonly review: 'applied' | 'appealed' | 'held' | null
  readonly closed: boolean
}

const PLAIN = { risk: null, reviewed: false, powers: [], review: null, closed: false, incidents: 2 } as const
const power = (code: PowerCode, after: number, days: number, more: 'breached' | 'ended' | 'none' = 'none') => ({
  code,
  after,
  days,
  breached: more !== 'none',
  ended: more === 'ended',
})

export const CASES: readonly CaseStory[] = [
  {
    ...PLAIN,
    title: 'Threats and banging at the door by night',
    category: 'personal',
    type: 'neighbours',
    place: 'The flats behind the station',
    began: 80,
    incidents: 3,
    risk: 'high',
    reviewed: true,
    powers: [power('cpw', 4, 28, 'ended'), power('cpn', 16, 180, 'breached')],
    review: 'appealed',
  },
  {
    ...PLAIN,
    title: 'Music and parties until the morning',
    category: 'personal',
    type: 'noise',
    place: 'Terrace by the canal',
    began: 1,
    risk: 'high',
  },
  {
    ...PLAIN,
    title: 'Shouted at on the way home',
    category: 'personal',
    type: 'rowdy',
    place: 'Underpass at the market',
    began: 20,
    risk: 'medium',
    reviewed: true,
    review: 'applied',
  },
  {
    ...PLAIN,
    title: 'Messages by night from a number nobody knows',
    category: 'personal',
    type: 'communications',
    place: 'At home',
    began: 0,
    incidents: 1,
  },
  {
    ...PLAIN,
    title: 'Eggs and stones at a window',
    category: 'personal',
    type: 'rowdy',
    place: 'Corner of the playing field',
    began: 160,
    risk: 'standard',
    reviewed: true,
    review: 'held',
    powers: [power('warning-letter', 6, 60, 'ended')],
    closed: true,
  },
  {
    ...PLAIN,
    title: 'Drinking and needles by the fountain',
    category: 'nuisance',
    type: 'street-drinking',
    place: 'Forbury gate',
    began: 45,
    powers: [power('pspo', 20, 365)],
  },
  {
    ...PLAIN,
    title: 'Rubbish and burnt-out cars',
    category: 'environmental',
    type: 'vehicle-abandoned',
    place: 'Car park of the old depot',
    began: 33,
    powers: [power('advice', 3, 84)],
  },
]

const NOUGHT = {
  frequency: 0,
  escalation: 0,
  targeted: 0,
  health: 0,
  isolated: 0,
  impact: 0,
  place: 0,
  threats: 0,
  agencies: 0,
  children: 0,
} as const

/** Answers of each band: 6, 12 and 20 of 27. */
export const ANSWERS = {
  standard: { judgement: 'standard', answers: { ...NOUGHT, frequency: 2, impact: 2, place: 2 } },
  medium: {
    judgement: 'medium',
    answers: { ...NOUGHT, frequency: 2, escalation: 2, impact: 3, isolated: 2, place: 3 },
  },
  high: {
    judgement: 'high',
    answers: { ...NOUGHT, frequency: 3, escalation: 3, health: 3, impact: 3, isolated: 3, threats: 3, children: 2 },
  },
} as const satisfies Record<Band, unknown>

export const POWER_WORDS = {
  test: 'It happened eleven times in four weeks, was named to them twice, and keeps others from sleep and from their door.',
  evidence: 'Reports linked to this case, statements of two neighbours, what the attending officer heard.',
  reason: 'Advice and a talk with the landlord changed nothing.',
} as const
