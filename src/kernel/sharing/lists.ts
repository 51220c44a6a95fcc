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
  responses: 'What is being done about it, by whom, until when',
} as const
export type DataClass = keyof typeof CLASSES
export const CLASS_NAMES = keysOf(CLASSES)
