import type { AnswerWay, EngagementKind, GroupCode, IssueCategory } from '../rules/lists.ts'

interface Said {
  readonly kind: EngagementKind
  readonly heard: readonly GroupCode[]
  readonly words: string
  readonly reached: number | null
}

/** What is heard in the demonstration; some groups are never among it. */
export const TALKS: readonly Said[] = [
  { kind: 'patrol-chat', heard: ['businesses'], words: '', reached: 4 },
  {
    kind: 'surgery',
    heard: ['residents', 'older'],
    words: 'Drop-in at the library, between ten and noon.',
    reached: 9,
  },
  {
    kind: 'school-visit',
    heard: ['young'],
    words: 'Two classes asked about phones and about e-scooters.',
    reached: 55,
  },
  { kind: 'public-meeting', heard: ['residents'], words: 'Residents’ association, with the council.', reached: 31 },
  { kind: 'faith-visit', heard: ['faith', 'ethnic-minorities'], words: 'After Friday prayers, with tea.', reached: 20 },
  {
    kind: 'street-briefing',
    heard: ['residents', 'women'],
    words: 'Walk through the underpass after dark.',
    reached: 12,
  },
  { kind: 'partner-meeting', heard: ['partners'], words: '', reached: null },
  { kind: 'event', heard: ['young-adults', 'residents'], words: 'Stand at the spring fair.', reached: 80 },
]

interface Raised {
  readonly category: IssueCategory
  readonly words: string
  readonly how: AnswerWay
  readonly answer: string
}

export const ISSUES: readonly Raised[] = [
  {
    category: 'environment',
    words: 'Lights out behind the station',
    how: 'public',
    answer: 'The council mended them within the week; a notice is up.',
  },
  {
    category: 'asb',
    words: 'Shouting and music in the square after eleven',
    how: 'meeting',
    answer: 'Patrols on Friday and Saturday for six weeks, and how often we were there.',
  },
  {
    category: 'speeding',
    words: 'Speeding past the school gate',
    how: 'letter',
    answer: 'Speed checks on three mornings: what was measured, and the sign that was asked for.',
  },
  {
    category: 'drugs',
    words: 'Dealing by the bins',
    how: 'person',
    answer: 'Who now looks after the bin store, and how to tell us.',
  },
  {
    category: 'burglary',
    words: 'Bicycles taken from the hall',
    how: 'phone',
    answer: 'Marking day on Saturday, and which locks hold.',
  },
]

export const PROFILE = {
  about:
    'Shops, offices and the station by day, bars until three; flats above the shops and along the canal, many let by the room. Students from September to June.',
  languages: 'English, Polish, Nepali, Urdu, Romanian',
  worries: 'Evenings around the station; bicycles; delivery riders on pavements.',
  dates:
    'Market on Fridays and Saturdays. Freshers’ week in late September. Lights switched on in the third week of November.',
  remember: 'The tenants’ hall is shared: book it a week before. The hostel’s manager prefers to be rung first.',
}

export const PLACES = [
  {
    kind: 'place',
    name: 'Central library',
    groups: ['residents', 'older'],
    words: 'Tuesdays and Thursdays from ten; room on the first floor.',
  },
  {
    kind: 'group',
    name: 'Canal tenants’ association',
    groups: ['renters'],
    words: 'First Monday of the month, seven o’clock.',
  },
  {
    kind: 'place',
    name: 'Youth club at St Laurence',
    groups: ['young'],
    words: 'Wednesdays after four. Ask the leader at the door.',
  },
  {
    kind: 'group',
    name: 'Pubwatch',
    groups: ['businesses'],
    words: 'Last Wednesday of the month, eleven in the morning.',
  },
] as const

/** Organisations that agreed to be asked: their role here, what for, when they were talked with, and when that is looked at. */
export const KEY_INDIVIDUALS = [
  {
    of: 'school',
    role: 'Head teacher’s office',
    purpose: 'Tells what worries pupils; is told of what happens at the gate',
    reviewIn: 125,
    talks: [150, 70, 12],
  },
  {
    of: 'business',
    role: 'Manager of the shopping centre',
    purpose: 'Speaks for the shops; passes on warnings',
    reviewIn: 20,
    talks: [100],
  },
  {
    of: 'faith',
    role: 'Committee of the mosque',
    purpose: 'Tells how safe people feel on the way there',
    reviewIn: -10,
    talks: [],
  },
] as const
