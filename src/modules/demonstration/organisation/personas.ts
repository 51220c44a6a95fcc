import type { AccountPlan } from './account-plan.ts'
import { officer } from './account-plan.ts'

/** Somebody as whom a visitor may sign in to the demonstration. */
export interface Persona {
  readonly subject: string
  readonly name: string
  /** What they are, as their posting says it. */
  readonly title: string
  /** What they would see, in one line. */
  readonly sees: string
}

interface PersonaPlan extends AccountPlan {
  readonly sees: string
}

const LONG_AGO = -900

/** The accounts behind the personas. */
export const PERSONA_PLANS: readonly PersonaPlan[] = [
  {
    ...officer('chief-constable', 'CC Ashdown', {
      unit: 'chief-officers',
      title: 'Chief Constable',
      roles: ['chief-officer'],
      forceWide: true,
      starts: LONG_AGO,
    }),
    sees: 'The whole force: every area set against the others, and what changed',
  },
  {
    ...officer('area-commander', 'Supt Okonkwo', {
      unit: 'area-reading',
      title: 'Area commander, Reading',
      roles: ['commander', 'supervisor'],
      starts: -640,
    }),
    sees: 'The Reading policing area and its neighbourhood teams',
  },
  {
    ...officer('neighbourhood-sergeant', 'PS Ellis', {
      unit: 'team-reading-town-centre',
      title: 'Neighbourhood sergeant, Reading town centre',
      roles: ['supervisor', 'officer'],
      starts: -410,
    }),
    sees: 'One neighbourhood, its wards and its team',
  },
  {
    ...officer('neighbourhood-officer', 'PC Begum', {
      unit: 'team-reading-town-centre',
      title: 'Neighbourhood officer, Reading town centre',
      roles: ['officer'],
      starts: -250,
    }),
    sees: 'The same neighbourhood, without what only a supervisor may do',
  },
  {
    ...officer('analyst', 'Ms Kowalska', {
      unit: 'intelligence',
      title: 'Senior analyst',
      roles: ['analyst'],
      forceWide: true,
      starts: LONG_AGO,
    }),
    sees: 'Rates, charts and maps of the whole force, imports, and one restricted compartment',
  },
  {
    ...officer('inspection-lead', 'Supt Marlow', {
      unit: 'audit-and-standards',
      title: 'Inspection lead',
      roles: ['inspection-lead'],
      forceWide: true,
      starts: LONG_AGO,
    }),
    sees: 'Inspections, findings to closure and their evidence, and what an inspector is shown',
  },
  {
    subject: 'visiting-inspector',
    name: 'Ms Hale',
    principal: 'staff',
    agency: 'inspectorate',
    clearance: 'OFFICIAL-SENSITIVE',
    postings: [
      {
        unit: 'inspectorate',
        title: 'Inspector on a visit',
        roles: ['visiting-inspector'],
        forceWide: true,
        starts: -2,
        ends: 12,
      },
    ],
    sees: 'What is shown for an inspection, while the visit lasts, and can change nothing',
  },
  {
    ...officer('administrator', 'Mr Trevithick', {
      unit: 'ict',
      title: 'System administrator',
      roles: ['administrator'],
      forceWide: true,
      starts: LONG_AGO,
    }),
    sees: 'Agencies, units, people, postings, areas and jobs, and nothing in any compartment',
  },
  {
    ...officer('auditor', 'Mrs Nair', {
      unit: 'audit-and-standards',
      title: 'Auditor',
      roles: ['auditor'],
      forceWide: true,
      starts: -720,
    }),
    sees: 'Who read and changed what; looking there is itself written down',
  },
  {
    ...officer('records-custodian', 'Mr Adeyemi', {
      unit: 'information-management',
      title: 'Records custodian',
      roles: ['records-custodian', 'identity-reviewer'],
      forceWide: true,
      starts: -1100,
    }),
    sees: 'Legal holds, review and disposal of records; and who is who, as the second person',
  },
  {
    ...officer('identity-reviewer', 'Mrs Bielski', {
      unit: 'information-management',
      title: 'Identity reviewer',
      roles: ['identity-reviewer'],
      forceWide: true,
      starts: -300,
    }),
    sees: 'Records that may be of one and the same person, side by side',
  },
  {
    ...officer('witness-care-officer', 'Mrs Achterberg', {
      unit: 'witness-care',
      title: 'Witness care officer',
      roles: ['witness-care'],
      forceWide: true,
      starts: -420,
    }),
    sees: 'Victims and witnesses of the whole force from charge to the end of the case, and what courts decided',
  },
  {
    subject: 'council-partner',
    name: 'Ms Sandhu',
    principal: 'partner',
    agency: 'council-reading',
    clearance: 'OFFICIAL',
    postings: [
      {
        unit: 'council-reading-reading',
        title: 'Community safety manager, Reading Borough Council',
        roles: ['partner'],
        starts: -530,
      },
    ],
    sees: 'Only what the force shares with the council',
  },
]

/** As whom one may sign in, in the order in which they are offered. */
export const PERSONAS: readonly Persona[] = PERSONA_PLANS.map(({ subject, name, postings, sees }) => ({
  subject,
  name,
  title: postings[0]?.title ?? '',
  sees,
}))
