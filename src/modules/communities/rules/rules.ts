interface Rule {
  readonly title: string
  /** Where it comes from. */
  readonly authority: string
  readonly mark: 'seen' | 'unverified' | 'default'
}

const OURS = 'This project'

/** The rules of communities. */
export const COMMUNITY_RULES = {
  ENG01: { title: 'Those write it down whose posting covers the area', authority: OURS, mark: 'default' },
  ENG02: { title: 'An engagement is logged within a month, never ahead', authority: OURS, mark: 'default' },
  COV01: {
    title: 'A group is heard when an engagement in the last year names it',
    authority: 'Neighbourhood policing guidelines (2018): tailored engagement, formal and informal',
    mark: 'default',
  },
  COV02: { title: 'Fewer than 100 residents are neither looked for nor numbered', authority: OURS, mark: 'default' },
  COV03: { title: 'Residents of an age only from bands that fill it', authority: OURS, mark: 'default' },
  KIN01: {
    title: 'A key individual is looked at again within a year',
    authority: 'Key individual networks',
    mark: 'unverified',
  },
  KIN02: { title: 'Agreement is of today or before', authority: OURS, mark: 'default' },
  KIN03: { title: 'A tie has lapsed after 180 days without a contact', authority: OURS, mark: 'default' },
  HOV01: { title: 'A hand-over pack is kept for eight weeks', authority: OURS, mark: 'default' },
  HOV02: { title: 'A hand-over pack is for somebody else', authority: OURS, mark: 'default' },
  PAT01: { title: 'Since when is asked of the person while no roster is connected', authority: OURS, mark: 'default' },
} as const satisfies Record<string, Rule>
