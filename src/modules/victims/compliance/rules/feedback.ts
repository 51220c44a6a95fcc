/** What victims are asked, in our words; each is answered yes, no, or unsure. */
export const QUESTIONS = {
  useful: 'Was what we told you of use to you?',
  informed: 'Were you kept informed as often as you wished?',
  treated: 'Were you treated well?',
} as const

/** What their own page asks them. */
export const HELPED_QUESTION = 'Did your own page help you?'

export const ANSWERS = { yes: 'Yes', no: 'No', unsure: 'Not sure' } as const
