import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import type { Role } from '#kernel/access/roles.ts'
import { idOf, type Organisation, type UnitName } from './organisation.ts'

interface PersonaPlan {
  readonly name: string
  readonly title: string
  readonly unit: UnitName
  readonly roles: readonly Role[]
  readonly principal?: 'partner'
  readonly forceWide?: boolean
  readonly clearance?: 'OFFICIAL'
  readonly left?: boolean
}

/** The people that tests are told with. `member` is in a compartment; `chief` is its custodian and not in it. */
export const PERSONAS = {
  chief: { name: 'CC Ward', title: 'Chief constable', unit: 'force', roles: ['chief-officer'], forceWide: true },
  commanderA: { name: 'Supt Hale', title: 'Commander, Ashford', unit: 'A', roles: ['commander'] },
  sergeantA: { name: 'PS Ellis', title: 'Sergeant, Abbey', unit: 'teamA', roles: ['supervisor', 'officer'] },
  officerB: { name: 'PC Okoro', title: 'Constable, Beech', unit: 'teamB', roles: ['officer'], clearance: 'OFFICIAL' },
  analyst: { name: 'Ms Lind', title: 'Analyst', unit: 'force', roles: ['analyst'], forceWide: true },
  administrator: { name: 'Mr Shah', title: 'Administrator', unit: 'desk', roles: ['administrator'] },
  auditor: { name: 'Ms Frost', title: 'Auditor', unit: 'desk', roles: ['auditor'] },
  custodian: { name: 'Mr Bell', title: 'Records custodian', unit: 'desk', roles: ['records-custodian'] },
  member: { name: 'DC Rees', title: 'Detective, Beech', unit: 'teamB', roles: ['officer'] },
  inspectionLead: {
    name: 'Ms Voss',
    title: 'Inspection lead',
    unit: 'force',
    roles: ['inspection-lead'],
    forceWide: true,
  },
  reviewer: { name: 'Ms Tarn', title: 'Identity reviewer', unit: 'desk', roles: ['identity-reviewer'] },
  visitingInspector: { name: 'Mr Quill', title: 'Inspector', unit: 'desk', roles: ['visiting-inspector'] },
  partner: { name: 'Ms Cole', title: 'Safety officer', unit: 'council', roles: ['partner'], principal: 'partner' },
  leaver: { name: 'PC Gone', title: 'Constable, Abbey', unit: 'teamA', roles: ['officer'], left: true },
} as const satisfies Record<string, PersonaPlan>

export type PersonaName = keyof typeof PERSONAS
export const PERSONA_NAMES = Object.keys(PERSONAS) as readonly PersonaName[]

export interface Persona {
  readonly account: string
  readonly posting: number
  readonly subject: string
  readonly name: string
}

/** Inserts everybody with one live posting each, since `since`; the leaver left at `leftAt`. */
export async function insertPersonas(
  owner: Client,
  { agencies, units }: Organisation,
  since: string,
  leftAt: Date,
): Promise<Record<PersonaName, Persona>> {
  const made: [PersonaName, Persona][] = []
  for (const key of PERSONA_NAMES) {
    const plan: PersonaPlan = PERSONAS[key]
    const principal = plan.principal ?? 'staff'
    const account = await idOf<string>(
      owner,
      `INSERT INTO account (id, issuer, subject, principal, agency_id, name, number, clearance, left_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        randomUUID(),
        DEMONSTRATION_ISSUER,
        key,
        principal,
        principal === 'staff' ? agencies.force : agencies.council,
        plan.name,
        `N-${key}`,
        plan.clearance ?? 'OFFICIAL-SENSITIVE',
        plan.left === true ? leftAt : null,
      ],
    )
    const posting = await insertPosting(owner, {
      account,
      unit: units[plan.unit],
      title: plan.title,
      roles: plan.roles,
      forceWide: plan.forceWide ?? false,
      starts: since,
      ends: null,
    })
    made.push([key, { account, posting, subject: key, name: plan.name }])
  }
  const people = new Map(made)
  await owner.query(
    `INSERT INTO inspector_visit (id, account_id, starts_at, ends_at, purpose, invited_by, invited_at)
    VALUES ($1, $2, $3, '2100-01-01', 'inspection', $4, $3)`,
    [randomUUID(), people.get('visitingInspector')?.account, since, people.get('inspectionLead')?.account],
  )
  return Object.fromEntries(made) as Record<PersonaName, Persona>
}

export interface PostingPlan {
  readonly account: string
  readonly unit: number
  readonly title: string
  readonly roles: readonly string[]
  readonly forceWide: boolean
  readonly starts: string
  readonly ends: string | null
}

export async function insertPosting(owner: Client, plan: PostingPlan): Promise<number> {
  return idOf(
    owner,
    `INSERT INTO posting (account_id, unit_id, title, roles, force_wide, starts, ends)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [plan.account, plan.unit, plan.title, [...plan.roles], plan.forceWide, plan.starts, plan.ends],
  )
}
