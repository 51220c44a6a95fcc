import type { RecordKind } from '../records/record.ts'
import { keysOf } from '#platform/edge.ts'

/** The lawful gateways by which something may be shared. From knowledge, to be checked by the force’s own lawyers. */
export const GATEWAYS = {
  'crime-disorder-s115': 'Crime and Disorder Act 1998, section 115: to reduce crime and disorder in an area',
  'children-s11': 'Children Act 2004, sections 10 and 11: to protect children and promote their welfare',
  'care-s6': 'Care Act 2014, sections 6 and 45: to protect adults in need of care',
  'policing-purposes': 'Common law: to prevent and detect crime, and protect life and property',
  'vital-interests': 'Vital interests: to protect somebody’s life',
} as const
export type Gateway = keyof typeof GATEWAYS
export const GATEWAY_NAMES = keysOf(GATEWAYS)

/** What for. */
export const PURPOSES = {
  'reduce-crime': 'Reduce crime and disorder together',
  'protect-child': 'Protect a child',
  'protect-adult': 'Protect an adult at risk',
  'tenancy-asb': 'Deal with anti-social behaviour in homes and streets',
  'public-safety': 'Keep a place or an event safe',
} as const
export type Purpose = keyof typeof PURPOSES
export const PURPOSE_NAMES = keysOf(PURPOSES)

/** What may be opened, class by class: an agreement says which, a share opens some of them. */
export const CLASSES = {
  summary: 'What it is, where, and how far it has come',
  aim: 'What is to be reached, by how much and until when',
  analysis: 'Who is harmed, what happens, when and where, and what was tried',
  incidents: 'What was reported, how often and when',
  responses: 'What is being done about it, by whom, until when',
  person: 'The name of whom it harms',
  risk: 'The risk to whom it harms',
} as const
export type DataClass = keyof typeof CLASSES
export const CLASS_NAMES = keysOf(CLASSES)

/** The kinds of record that can be shared, and what can be opened of each. */
export const CLASSES_OF = {
  'problem-plan': ['summary', 'aim', 'analysis', 'responses'],
  'asb-case': ['summary', 'incidents', 'responses', 'person', 'risk'],
} as const satisfies Partial<Record<RecordKind, readonly DataClass[]>>
export type SharedKind = keyof typeof CLASSES_OF
export const SHARED_KINDS = keysOf(CLASSES_OF)

/** What is about one person: each is chosen by itself, and opened only by a gateway that is there to protect a person. */
export const PERSONAL_CLASSES = ['person', 'risk'] as const satisfies readonly DataClass[]
export const PERSONAL_GATEWAYS = ['children-s11', 'care-s6', 'vital-interests'] as const satisfies readonly Gateway[]
