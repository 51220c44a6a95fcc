import type { CaseEventKind } from '#kernel/victims-code/events.ts'
import type { Standing } from '#kernel/victims-code/victim-rule.ts'
import type { Result, Way } from '../rules/contact-results.ts'
import type { RightStep } from './right-steps.ts'

/** What is done for a victim, so many days after they were added. */
export type Step =
  | {
      readonly after: number
      readonly do: 'event'
      readonly kind: CaseEventKind
      readonly details?: string
      /** Of a hearing: how many days after it was fixed it is. */
      readonly courtIn?: number
    }
  | {
      readonly after: number
      readonly do: 'wishes'
      readonly way: Way
      readonly times: string
      readonly language?: string
      readonly notToTell?: string
    }
  | {
      readonly after: number
      readonly do: 'contact'
      readonly result: Result
      readonly way: Way
      readonly words: string
      /** Public codes of the rules of which they were told: `VC09`. */
      readonly met: readonly string[]
    }
  | { readonly after: number; readonly do: 'assess'; readonly reasons: readonly string[]; readonly needs: string }
  | { readonly after: number; readonly do: 'refer' }
  | { readonly after: number; readonly do: 'unsafe'; readonly reason: string }
  | RightStep

export interface VictimStory {
  /** What it shows, and the key of its acts. */
  readonly name: string
  readonly standing: Standing
  /** Who looks after them, where it is not the officer: a persona. */
  readonly with?: string
  /** Days from being added to the last day of the data. */
  readonly began: number
  readonly steps: readonly Step[]
}

const FIRST_TOLD = ['VC01', 'VC03'] as const
const welcome = (after: number): Step => ({
  after,
  do: 'contact',
  result: 'told',
  way: 'phone',
  words: 'Who deals with it, what happens next, and the letter that is on its way',
  met: FIRST_TOLD,
})
const STANDARD: Step = { after: 1, do: 'assess', reasons: [], needs: 'Wants to hear by telephone, in the evening' }
const REFER: Step = { after: 1, do: 'refer' }

/** Most were told in time, some late or not yet; one there is no safe way to reach, and one must come to court. */
export const STORIES: readonly VictimStory[] = [
  {
    name: 'told of everything',
    standing: 'person',
    began: 40,
    steps: [
      welcome(0),
      { ...STANDARD, after: 0 },
      { after: 0, do: 'wishes', way: 'phone', times: 'After six, not on Fridays' },
      REFER,
      { after: 6, do: 'event', kind: 'suspect-arrested' },
      {
        after: 7,
        do: 'contact',
        result: 'told',
        way: 'phone',
        words: 'That somebody was arrested, and why',
        met: ['VC09'],
      },
      { after: 9, do: 'event', kind: 'charged' },
      {
        after: 12,
        do: 'contact',
        result: 'told',
        way: 'letter',
        words: 'The charge and the first hearing',
        met: ['VC15'],
      },
      { after: 13, do: 'event', kind: 'statement-taken' },
      { after: 13, do: 'statement', words: 'I do not sleep, and I hear every step on the stairs', by: 'self' },
      { after: 14, do: 'wish' },
      { after: 14, do: 'offer', topic: 'court-order', words: 'What a court can order, and what it needs to know' },
      {
        after: 25,
        do: 'contact',
        result: 'told',
        way: 'phone',
        words: 'The file is with the prosecutors',
        met: ['VC07'],
      },
    ],
  },
  {
    name: 'targeted again and again',
    standing: 'person',
    began: 20,
    steps: [
      welcome(0),
      { after: 0, do: 'assess', reasons: ['E2:repeated'], needs: 'Afraid to be alone at home; a lock was changed' },
      {
        after: 0,
        do: 'wishes',
        way: 'in-person',
        times: 'At her sister’s, in the morning',
        language: 'Polish, with an interpreter',
      },
      REFER,
      { after: 5, do: 'event', kind: 'suspect-arrested' },
      { after: 6, do: 'contact', result: 'told', way: 'in-person', words: 'The arrest, and the bail', met: ['VC09'] },
      { after: 6, do: 'event', kind: 'police-bail', details: 'Not to go near the street or to write to them' },
    ],
  },
  {
    name: 'told late of an arrest',
    standing: 'person',
    began: 30,
    steps: [
      welcome(1),
      STANDARD,
      REFER,
      { after: 4, do: 'event', kind: 'suspect-arrested' },
      { after: 8, do: 'contact', result: 'attempted', way: 'phone', words: 'No reply, no message left', met: [] },
      {
        after: 16,
        do: 'contact',
        result: 'told',
        way: 'phone',
        words: 'The arrest; said sorry for the wait',
        met: ['VC09'],
      },
      { after: 17, do: 'event', kind: 'suspect-interviewed' },
      { after: 18, do: 'event', kind: 'not-prosecuted', details: 'Not enough evidence' },
      {
        after: 18,
        do: 'contact',
        result: 'told',
        way: 'phone',
        words: 'The interview, that nobody is charged and why, and how to ask for a review',
        met: ['VC10', 'VC16'],
      },
      { after: 20, do: 'ask-review', words: 'A neighbour saw it and nobody asked him', toldAfter: 18 },
      { after: 22, do: 'acknowledge-review' },
      { after: 24, do: 'take-review' },
      { after: 28, do: 'decide-review', reason: 'The neighbour was not asked. He is to be' },
    ],
  },
  { name: 'told nothing yet', standing: 'person', began: 9, steps: [] },
  { name: 'since yesterday', standing: 'person', began: 1, steps: [] },
  {
    name: 'a shop',
    standing: 'business',
    began: 18,
    steps: [
      welcome(1),
      REFER,
      { after: 10, do: 'event', kind: 'out-of-court', details: 'A conditional caution' },
      { after: 11, do: 'complain', words: 'Nobody told us of the caution' },
      { after: 14, do: 'answer', words: 'Who rings now, and that we are sorry' },
      { after: 14, do: 'offer', topic: 'restorative', words: 'What it is, and that it is theirs to choose' },
    ],
  },
  {
    name: 'no safe way',
    standing: 'person',
    began: 6,
    steps: [
      { after: 1, do: 'contact', result: 'attempted', way: 'phone', words: 'Somebody else answered; hung up', met: [] },
      { after: 2, do: 'unsafe', reason: 'Whoever answers their telephone is whom they fear' },
    ],
  },
  {
    name: 'heard by court',
    standing: 'person',
    began: 50,
    steps: [
      welcome(0),
      { ...STANDARD, after: 0 },
      REFER,
      { after: 5, do: 'event', kind: 'charged' },
      { after: 8, do: 'contact', result: 'told', way: 'phone', words: 'The charge', met: ['VC15', 'VC07'] },
      { after: 30, do: 'event', kind: 'hearing-fixed', details: 'Reading Magistrates’ Court', courtIn: 18 },
      { after: 31, do: 'contact', result: 'told', way: 'phone', words: 'Day, time and place', met: ['VC21', 'VC07'] },
      { after: 48, do: 'event', kind: 'verdict-or-sentence', details: 'A community order' },
    ],
  },
  {
    name: 'must give evidence',
    standing: 'person',
    began: 44,
    steps: [
      welcome(0),
      { after: 0, do: 'assess', reasons: ['E3b:fear'], needs: 'Does not want to be seen by the one who is charged' },
      { after: 0, do: 'statement', words: 'I go to work by another way now', by: 'self' },
      { after: 0, do: 'wishes', way: 'phone', times: 'Between twelve and two, when alone at work' },
      REFER,
      { after: 6, do: 'event', kind: 'charged' },
      { after: 6, do: 'contact', result: 'told', way: 'phone', words: 'The charge', met: ['VC15'] },
      { after: 24, do: 'contact', result: 'told', way: 'phone', words: 'The date is waited for', met: ['VC07'] },
      { after: 41, do: 'event', kind: 'hearing-again', details: 'Reading Crown Court', courtIn: 15 },
      { after: 41, do: 'contact', result: 'told', way: 'phone', words: 'Day, time and place', met: ['VC22'] },
      { after: 43, do: 'event', kind: 'must-give-evidence', details: 'Reading Crown Court', courtIn: 13 },
    ],
  },
  {
    name: 'bail changed',
    standing: 'person',
    with: 'neighbourhood-sergeant',
    began: 12,
    steps: [
      welcome(0),
      { after: 0, do: 'assess', reasons: ['E2:stalking'], needs: 'A way to reach somebody at night' },
      { after: 0, do: 'statement', words: 'I look behind me in my own street', by: 'self' },
      {
        after: 0,
        do: 'wishes',
        way: 'text',
        times: 'Between nine and three',
        notToTell: 'Whoever lives in the house: letters are opened there',
      },
      REFER,
      { after: 7, do: 'event', kind: 'suspect-arrested' },
      {
        after: 7,
        do: 'contact',
        result: 'told',
        way: 'text',
        words: 'The arrest; rang back, and heard it',
        met: ['VC09'],
      },
      { after: 11, do: 'event', kind: 'police-bail-changed', details: 'May be in the town centre again by day' },
    ],
  },
]
