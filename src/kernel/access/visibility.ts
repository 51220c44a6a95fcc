import type { Marking, Reader } from '#platform/access/reader.ts'

/** What the rules ask of a reader: a part of `Reader`, so that they can be asked of anybody's posting. */
export type Sight = Pick<
  Reader,
  'principal' | 'account' | 'agency' | 'areas' | 'units' | 'forceWide' | 'clearance' | 'compartments'
>

/** One ground on which something may be seen: told to the reader, and told of others. */
export interface Clause<Thing> {
  readonly code: string
  /** "It is in an area that your posting covers." */
  readonly you: (thing: Thing) => string
  /** "Covers its area" */
  readonly others: string
  readonly holds: (sight: Sight, thing: Thing) => boolean
}

/**
 * Who sees a thing: every one of `needed`, and one of `oneOf` where there are any. The database decides by its own policies;
 * these say the same in words, and the access tests hold the two against one another for every clause.
 */
export interface Visibility<Thing> {
  readonly needed: readonly Clause<Thing>[]
  readonly oneOf: readonly Clause<Thing>[]
}

export function sees<Thing>(rule: Visibility<Thing>, sight: Sight, thing: Thing): boolean {
  return (
    rule.needed.every((clause) => clause.holds(sight, thing)) &&
    (rule.oneOf.length === 0 || rule.oneOf.some((clause) => clause.holds(sight, thing)))
  )
}

/** The clauses that let somebody in; none when they are not let in. */
export function grounds<Thing>(rule: Visibility<Thing>, sight: Sight, thing: Thing): readonly Clause<Thing>[] {
  if (!sees(rule, sight, thing)) return []
  return [...rule.oneOf, ...rule.needed].filter((clause) => clause.holds(sight, thing))
}

interface Guarded {
  readonly marking: Marking
  readonly compartment: number | null
}

export type OccurrenceGuards = Guarded

/** Of a party as one source knows it; a name or a marker of it has its own, never wider. */
export type PartyGuards = Guarded

interface Placed extends Guarded {
  readonly area: number | null
  readonly unit: number | null
}

export interface DocumentGuards extends Placed {
  readonly addedBy: string
}

export interface RecordGuards extends Placed {
  readonly owner: string | null
}

/** Evidence has guards of its own, on top of its record's; on a question alone, `record` is null. */
export interface EvidenceGuards extends Guarded {
  readonly record: RecordGuards | null
}

export interface AccountGuards {
  readonly agency: number
}

const staff: Clause<unknown> = {
  code: 'staff',
  you: () => 'You are a member of the force.',
  others: 'A member of the force',
  holds: (sight) => sight.principal === 'staff',
}

const marking: Clause<Guarded> = {
  code: 'marking',
  you: (thing) => `It is marked ${thing.marking}, and your clearance covers that.`,
  others: 'Cleared for its marking',
  holds: (sight, thing) => thing.marking === 'OFFICIAL' || sight.clearance === 'OFFICIAL-SENSITIVE',
}

const compartment: Clause<Guarded> = {
  code: 'compartment',
  you: (thing) =>
    thing.compartment === null
      ? 'It is not in a closed compartment.'
      : 'It is in a closed compartment whose list you are on.',
  others: 'On the list of its compartment, where it has one',
  holds: (sight, thing) => thing.compartment === null || sight.compartments.includes(thing.compartment),
}

export const OCCURRENCE_VISIBILITY: Visibility<OccurrenceGuards> = { needed: [staff, marking, compartment], oneOf: [] }

/** A person, organisation, address, vehicle or phone opens to the whole force, unless it is protected. */
export const PARTY_VISIBILITY: Visibility<PartyGuards> = { needed: [staff, marking, compartment], oneOf: [] }

const reach: readonly Clause<Placed>[] = [
  {
    code: 'area',
    you: () => 'It is in an area that your posting covers.',
    others: 'Covers its area',
    holds: (sight, thing) => thing.area !== null && sight.areas.includes(thing.area),
  },
  {
    code: 'unit',
    you: () => 'It belongs to your unit, or to one below it.',
    others: 'In its unit, or above it',
    holds: (sight, thing) => thing.unit !== null && sight.units.includes(thing.unit),
  },
  {
    code: 'whole-force',
    you: () => 'It belongs to the whole force.',
    others: 'It belongs to the whole force',
    holds: (_sight, thing) => thing.area === null && thing.unit === null,
  },
  {
    code: 'force-wide',
    you: () => 'Your posting reaches every area of the force.',
    others: 'Reaches every area of the force',
    holds: (sight) => sight.forceWide,
  },
]

export const DOCUMENT_VISIBILITY: Visibility<DocumentGuards> = {
  needed: [staff, marking, compartment],
  oneOf: [
    {
      code: 'own',
      you: () => 'You added it.',
      others: 'Added it',
      holds: (sight, thing) => sight.account === thing.addedBy,
    },
    ...reach,
  ],
}

/**
 * A record of any kind, and what belongs to it: its timeline, its actions (which their doers see too), its findings; and links
 * and roles of parties, under the guards of what they come from.
 */
export const RECORD_VISIBILITY: Visibility<RecordGuards> = {
  needed: [staff, marking, compartment],
  oneOf: [
    {
      code: 'owner',
      you: () => 'You own it.',
      others: 'Owns it',
      holds: (sight, thing) => thing.owner !== null && sight.account === thing.owner,
    },
    ...reach,
  ],
}

/** Nobody sees evidence who does not see its record, and not everybody who does. */
export const EVIDENCE_VISIBILITY: Visibility<EvidenceGuards> = {
  needed: [
    staff,
    marking,
    compartment,
    {
      code: 'record',
      you: () => 'You may see what it is evidence for.',
      others: 'May see what it is evidence for',
      holds: (sight, thing) => thing.record === null || sees(RECORD_VISIBILITY, sight, thing.record),
    },
  ],
  oneOf: [],
}

export const ACCOUNT_VISIBILITY: Visibility<AccountGuards> = {
  needed: [],
  oneOf: [
    { ...staff, you: () => 'Every member of the force may see who works here.', others: 'A member of the force' },
    {
      code: 'own-agency',
      you: () => 'They work for your own agency.',
      others: 'Works for the same agency',
      holds: (sight, thing) => sight.principal === 'partner' && sight.agency === thing.agency,
    },
  ],
}
