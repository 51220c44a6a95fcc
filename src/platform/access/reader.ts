/** Five kinds of principal, each with a database role of its own; there is no sixth, and no default. */
export const PRINCIPALS = ['staff', 'partner', 'victim', 'public', 'service'] as const
export type Principal = (typeof PRINCIPALS)[number]

export const DATABASE_ROLE = {
  staff: 'fp_staff',
  partner: 'fp_partner',
  victim: 'fp_victim',
  public: 'fp_public',
  service: 'fp_service',
} as const satisfies Record<Principal, string>

/** Handling markings that this product holds, lowest first. Anything higher is "held elsewhere". */
export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const
export type Marking = (typeof MARKINGS)[number]

/** Who reads or writes, and how far they reach: resolved once per transaction from the live postings. */
export interface Reader {
  readonly principal: Principal
  /** Account id, or null for the public and for the system. */
  readonly account: string | null
  /** What a person calls them: "PS Ellis", "system:street-import". */
  readonly name: string
  /** The posting that they act in, or null. */
  readonly posting: number | null
  readonly postingTitle: string | null
  readonly agency: number | null
  readonly roles: readonly string[]
  /** Areas and units in reach, those below included. */
  readonly areas: readonly number[]
  readonly units: readonly number[]
  /** Reaches every area of the force. */
  readonly forceWide: boolean
  readonly clearance: Marking
  readonly compartments: readonly number[]
  /** Whose own page it is: only of a victim. */
  readonly victim?: string
}

export const PUBLIC_READER: Reader = {
  principal: 'public',
  account: null,
  name: 'public',
  posting: null,
  postingTitle: null,
  agency: null,
  roles: [],
  areas: [],
  units: [],
  forceWide: false,
  clearance: 'OFFICIAL',
  compartments: [],
}

/** The system at work for a module: declared by name, logged by name, force-wide but in no compartment. */
export function systemReader(name: `system:${string}`): Reader {
  return {
    ...PUBLIC_READER,
    principal: 'service',
    name,
    forceWide: true,
    clearance: 'OFFICIAL-SENSITIVE',
  }
}
