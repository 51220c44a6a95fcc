/** How a victim can say by themselves that they wish to be reached: through somebody else a person writes down, who asks more. */
export const OWN_WAYS = ['phone', 'text', 'email', 'letter', 'in-person'] as const
export type OwnWay = (typeof OWN_WAYS)[number]

export const HELPED = ['yes', 'no', 'unsure'] as const
export type Helped = (typeof HELPED)[number]

/** Letters in a message, and in what they say of the page. */
export const MOST_WORDS = 2000
