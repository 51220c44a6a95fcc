import { keysOf } from '#platform/edge.ts'

/** The roles that a posting can carry, each with the words for it. A role that is not here does not exist. */
export const ROLES = {
  officer: 'Police officer or member of staff',
  supervisor: 'Supervisor',
  commander: 'Area commander',
  'chief-officer': 'Chief officer',
  analyst: 'Analyst',
  'inspection-lead': 'Inspection lead: findings, evidence and the force’s answers',
  administrator: 'Administrator: agencies, units, people, postings and areas',
  auditor: 'Auditor: who read and changed what',
  'records-custodian': 'Records custodian: legal holds, review and disposal',
  'identity-reviewer': 'Identity reviewer: whether two records are one and the same',
  'witness-care': 'Witness care officer: victims and witnesses from charge to the end of the case',
  partner: 'Member of a partner agency',
  'visiting-inspector': 'Visiting inspector: reads what is shown for an inspection, for a time',
} as const

export type Role = keyof typeof ROLES

export const ROLE_NAMES = keysOf(ROLES)

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text)
}
