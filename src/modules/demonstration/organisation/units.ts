import { DISTRICTS, POLICING_AREAS, type PolicingAreaCode } from '../geography/districts.ts'
import { slug } from '../geography/place.ts'
import { FORCE, type SchematicArea, type SchematicKind, schematicCode } from '../geography/schematic-areas.ts'
import { keysOf } from '#platform/edge.ts'
import { AGENCIES } from './agencies.ts'

export interface UnitPlan {
  readonly code: string
  readonly name: string
  readonly agency: string
  readonly parent: string | null
  readonly area: { readonly kind: SchematicKind; readonly code: string } | null
  readonly from: string
  readonly to?: string
}

const FORCE_AREA = { kind: 'force', code: FORCE.code } as const
const SINCE = '2011-04-01'

/** The force: headquarters departments, policing areas, and a team for every neighbourhood. Parents come first. */
export function forceUnits(neighbourhoods: readonly SchematicArea[]): UnitPlan[] {
  return [
    { ...department('force', 'Thames Valley Police', null), area: FORCE_AREA, from: '1968-04-01' },
    department('chief-officers', 'Chief officers', 'force'),
    department('audit-and-standards', 'Audit and standards', 'force'),
    department('information-management', 'Information management', 'force'),
    department('ict', 'ICT administration', 'force'),
    department('crime', 'Crime and investigation', 'force'),
    department('intelligence', 'Intelligence and analysis', 'force'),
    department('witness-care', 'Witness care', 'force'),
    { ...department('local-policing', 'Local policing', 'force'), area: FORCE_AREA },
    {
      ...department('berkshire-east', 'Berkshire East basic command unit', 'local-policing'),
      from: '2002-04-01',
      to: '2011-03-31',
    },
    ...keysOf(POLICING_AREAS).map((code) => ({
      ...department(policingAreaUnit(code), `${POLICING_AREAS[code]} policing area`, 'local-policing'),
      area: { kind: 'policing-area' as const, code: schematicCode(POLICING_AREAS[code]) },
    })),
    ...neighbourhoods.map((area) => ({
      ...department(teamUnit(area), `${area.name} neighbourhood team`, policingAreaUnitOf(area)),
      area: { kind: area.kind, code: area.code },
    })),
  ]
}

/** Each partner agency, with a unit for each district that it works in. */
export function partnerUnits(): UnitPlan[] {
  return AGENCIES.filter(({ code }) => code !== 'force').flatMap(({ code, name, since, districts, kind }) => {
    const service = {
      'local-authority': 'community safety',
      health: 'safeguarding',
      housing: 'tenancies',
      'police-force': '',
      other: '',
    }[kind]
    const base = { agency: code, from: since }
    return [
      { ...base, code, name, parent: null, area: null },
      ...districts.map((district) => ({
        ...base,
        code: partnerUnit(code, district),
        name: `${DISTRICTS[district].name} ${service}`,
        parent: code,
        area: { kind: 'local-authority' as const, code: schematicCode(DISTRICTS[district].name) },
      })),
    ]
  })
}

export function policingAreaUnit(code: PolicingAreaCode): string {
  return `area-${code}`
}

export function teamUnit(neighbourhood: Pick<SchematicArea, 'name'>): string {
  return `team-${slug(neighbourhood.name)}`
}

export function partnerUnit(agency: string, district: string): string {
  return `${agency}-${district}`
}

function policingAreaUnitOf(area: SchematicArea): string {
  const code = keysOf(POLICING_AREAS).find((one) => schematicCode(POLICING_AREAS[one]) === area.within['policing-area'])
  if (code === undefined) throw new RangeError(`${area.name} lies in no policing area`)
  return policingAreaUnit(code)
}

function department(code: string, name: string, parent: string | null): UnitPlan {
  return { code, name, agency: 'force', parent, area: null, from: SINCE }
}
