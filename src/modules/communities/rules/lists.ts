import { keysOf } from '#platform/edge.ts'

/** Ways of engaging, the most usual on foot first. A default list. */
export const ENGAGEMENT_KINDS = {
  'patrol-chat': 'Talk on patrol',
  surgery: 'Surgery or drop-in',
  'public-meeting': 'Public meeting',
  'door-knock': 'Door to door',
  'street-briefing': 'Street briefing',
  'school-visit': 'Visit to a school',
  'faith-visit': 'Visit to a place of faith',
  'business-visit': 'Visit to a business',
  'key-individual': 'Talk with a key individual',
  'partner-meeting': 'Meeting with partners',
  event: 'Event or speedwatch',
  survey: 'Survey',
  online: 'Online or newsletter',
} as const
export type EngagementKind = keyof typeof ENGAGEMENT_KINDS
export const ENGAGEMENT_KIND_NAMES = keysOf(ENGAGEMENT_KINDS)

/** Those that stand as links on "my patch", so that a talk is logged in three taps. */
export const QUICK_KINDS = ['patrol-chat', 'surgery', 'door-knock', 'school-visit'] as const

interface Group {
  readonly words: string
  /** Of which ages, where it is told by age: the census and the yearly estimates have those. `to` null: and over. */
  readonly ages: { readonly from: number; readonly to: number | null } | null
  /** Whether its being heard is looked for in every area: it is a part of the people, not all of them or somebody's office. */
  readonly soughtFor: boolean
}

/**
 * From whom something was heard: parts of a community, never persons. What one takes part in is not written down of anybody.
 * A default list; the parts that ages do not tell have no figures here until a census table for them can be loaded.
 */
export const GROUPS = {
  residents: { words: 'Residents in general', ages: null, soughtFor: false },
  young: { words: 'Children and young people', ages: { from: 0, to: 17 }, soughtFor: true },
  'young-adults': { words: 'Young adults, 18 to 24', ages: { from: 18, to: 24 }, soughtFor: true },
  older: { words: 'People of 65 and over', ages: { from: 65, to: null }, soughtFor: true },
  women: { words: 'Women and girls', ages: null, soughtFor: true },
  'ethnic-minorities': { words: 'Ethnic minority communities', ages: null, soughtFor: true },
  faith: { words: 'Faith communities', ages: null, soughtFor: true },
  disabled: { words: 'Disabled people', ages: null, soughtFor: true },
  lgbt: { words: 'LGBT+ people', ages: null, soughtFor: true },
  travellers: { words: 'Gypsy, Roma and Traveller communities', ages: null, soughtFor: true },
  newcomers: { words: 'New arrivals, refugees', ages: null, soughtFor: true },
  renters: { words: 'Tenants and people without a home', ages: null, soughtFor: true },
  businesses: { words: 'Shops and businesses', ages: null, soughtFor: false },
  partners: { words: 'Partners and councillors', ages: null, soughtFor: false },
} as const satisfies Record<string, Group>
export type GroupCode = keyof typeof GROUPS
export const GROUP_NAMES = keysOf(GROUPS)

/** What is raised. A default list. */
export const ISSUE_CATEGORIES = {
  asb: 'Anti-social behaviour',
  speeding: 'Speeding and parking',
  drugs: 'Drugs',
  burglary: 'Burglary and theft',
  violence: 'Violence and safety at night',
  hate: 'Hate and prejudice',
  'young-people': 'Young people at risk',
  environment: 'Litter, lights, fly-tipping',
  policing: 'The police themselves',
  other: 'Something else',
} as const
export type IssueCategory = keyof typeof ISSUE_CATEGORIES
export const ISSUE_CATEGORY_NAMES = keysOf(ISSUE_CATEGORIES)

/** How feedback was given; that somebody tried is none. */
export const ANSWER_WAYS = {
  person: 'In person',
  meeting: 'At a meeting',
  phone: 'By telephone or message',
  letter: 'By letter or newsletter',
  public: 'Published: you said, we did',
} as const
export type AnswerWay = keyof typeof ANSWER_WAYS
export const ANSWER_WAY_NAMES = keysOf(ANSWER_WAYS)

/** The words for a code of a list; the code itself where a later release has dropped it. */
export function wordsFor(list: Readonly<Record<string, string>>, code: string): string {
  return list[code] ?? code
}

export function groupWords(code: string): string {
  const known: Readonly<Record<string, Group>> = GROUPS
  return known[code]?.words ?? code
}

/** "Surgery or drop-in: people of 65 and over, faith communities". */
export function engagementTitle(kind: EngagementKind, heard: readonly GroupCode[]): string {
  const [first, ...more] = heard.map(groupWords)
  return `${ENGAGEMENT_KINDS[kind]}: ${[first, ...more.map(lowerFirst)].join(', ')}`.slice(0, 200)
}

function lowerFirst(words: string): string {
  return /^[A-Z][a-z]/.test(words) && !words.startsWith('Gypsy')
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words
}
