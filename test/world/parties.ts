import { randomUUID } from 'node:crypto'
import {
  ROLES_IN_OCCURRENCES,
  type LinkKind,
  type PartyKind,
  type RoleInOccurrence,
} from '../../src/kernel/parties/words.ts'
import { nameKeys, storedCodes } from '../../src/kernel/parties/rules/name-keys.ts'
import { wordsOfName, wordsOfText } from '../../src/kernel/parties/rules/name-words.ts'
import type { World } from './world.ts'

/** What a party and each thing about it is told with; all of it open to the whole force unless said. */
export interface PartyPlan {
  readonly source?: 'records-extract' | 'demonstration' | 'entered'
  readonly reference?: string
  readonly label?: string
  readonly marking?: string
  readonly compartment?: number
  /** The party that it is one and the same with. */
  readonly sameAs?: number
}

export interface NamePlan {
  readonly kind?: 'main' | 'alias' | 'former' | 'nickname' | 'other-script'
  readonly given?: string
  readonly family?: string
  /** The whole of it, where it has no given and family name. */
  readonly full?: string
  readonly birth?: string
  readonly marking?: string
  readonly compartment?: number
}

export interface PersonPlan extends PartyPlan {
  readonly given?: string
  readonly family?: string
  readonly birth?: string
  readonly birthPrecision?: 'day' | 'month' | 'year' | 'about'
  readonly sex?: 'female' | 'male' | 'other'
  readonly died?: string
  readonly aliases?: readonly NamePlan[]
}

export interface AddressPlan extends PartyPlan {
  readonly flat?: string
  readonly building?: string
  readonly number?: string
  readonly street?: string
  readonly town?: string
  /** Without its space. */
  readonly postcode?: string
  readonly uprn?: number
  readonly location?: number
}

export interface GuardsPlan {
  readonly area?: number
  readonly unit?: number
  readonly owner?: string
  readonly marking?: string
  readonly compartment?: number
}

export interface LinkPlan extends GuardsPlan {
  readonly from?: string
  readonly to?: string
  readonly basis?: 'fact' | 'opinion'
  readonly source?: 'records-extract' | 'demonstration' | 'entered'
  readonly occurrence?: number
  readonly record?: string
}

export interface RolePlan extends GuardsPlan {
  /** An instant; now unless said. */
  readonly at?: string
  readonly basis?: 'fact' | 'opinion'
  /** Instead of an occurrence. */
  readonly record?: string
}

export interface MarkerPlan {
  readonly words?: string
  readonly starts?: string
  readonly review?: string
  readonly ended?: string
  readonly marking?: string
  readonly compartment?: number
}

/** As much of a world as it takes. */
export interface Where {
  readonly owner: World['owner']
  readonly store: { readonly clock: { now(): Date } }
  readonly personas: { readonly sergeantA: { readonly account: string } }
}

/** Parties for a test, put in as the owner. */
export function partiesOf(world: Where) {
  const { owner } = world
  const now = () => world.store.clock.now()
  const idFrom = async (sql: string, values: readonly unknown[]): Promise<number> =>
    (await owner<{ id: number }>(sql, values))[0]?.id ?? 0

  const party = async (kind: PartyKind, label: string, plan: PartyPlan): Promise<number> => {
    const source = plan.source ?? 'records-extract'
    const entered = source === 'entered' ? world.personas.sergeantA.account : null
    return idFrom(
      `WITH made AS (SELECT nextval(pg_get_serial_sequence('party', 'id')) AS id)
      INSERT INTO party (id, kind, identity_id, source, source_reference, label, marking, compartment_id, added_by, known_at)
      OVERRIDING SYSTEM VALUE
      SELECT id, $1, coalesce((SELECT identity_id FROM party WHERE id = $2), id), $3, $4, $5, $6, $7, $8, $9 FROM made
      RETURNING id`,
      [
        kind,
        plan.sameAs ?? null,
        source,
        plan.reference ?? null,
        plan.label ?? label,
        plan.marking ?? 'OFFICIAL',
        plan.compartment ?? null,
        entered,
        now(),
      ],
    )
  }

  const guardsOf = (plan: { readonly marking?: string; readonly compartment?: number }) =>
    [plan.marking ?? 'OFFICIAL', plan.compartment ?? null] as const

  const tokensOf = async (words: readonly string[]): Promise<readonly number[]> => {
    const tokens: number[] = []
    for (const token of words) {
      const keys = nameKeys(token)
      tokens.push(
        await idFrom(
          `INSERT INTO name_token (token, sounds, groups, codes) VALUES ($1, $2, $3, $4)
          ON CONFLICT (token) DO UPDATE SET uses = name_token.uses + 1 RETURNING id`,
          [token, keys.sounds, keys.groups, storedCodes(token, keys)],
        ),
      )
    }
    return tokens
  }

  const name = async (of: number, plan: NamePlan): Promise<number> => {
    const full = plan.full ?? [plan.given, plan.family].filter((part) => part !== undefined).join(' ')
    return idFrom(
      `INSERT INTO party_name (party_id, kind, given_names, family_name, full_name, birth_date, tokens, marking, compartment_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        of,
        plan.kind ?? 'alias',
        plan.given ?? '',
        plan.family ?? '',
        full,
        plan.birth ?? null,
        await tokensOf(plan.full === undefined ? wordsOfName(full) : wordsOfText(full)),
        ...guardsOf(plan),
      ],
    )
  }

  return {
    name,

    async person(plan: PersonPlan = {}): Promise<number> {
      const { given = 'John Paul', family = 'Smith', birth = null } = plan
      const id = await party('person', `${family.toUpperCase()}, ${given}`, plan)
      const precision = birth === null ? null : (plan.birthPrecision ?? 'day')
      await owner(
        `INSERT INTO person (party_id, sex, birth_date, birth_precision, died_on, marking, compartment_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, plan.sex ?? null, birth, precision, plan.died ?? null, ...guardsOf(plan)],
      )
      await name(id, {
        ...guardsOfName(plan),
        kind: 'main',
        given,
        family,
        ...(birth !== null && { birth }),
      })
      for (const alias of plan.aliases ?? []) await name(id, { ...guardsOfName(plan), ...alias })
      return id
    },

    async organisation(plan: PartyPlan & { readonly kind?: string; readonly number?: string } = {}): Promise<number> {
      const label = plan.label ?? 'Corner Shop Limited'
      const id = await party('organisation', label, plan)
      await owner(
        'INSERT INTO organisation (party_id, kind, registered_number, marking, compartment_id) VALUES ($1, $2, $3, $4, $5)',
        [id, plan.kind ?? 'business', plan.number ?? null, ...guardsOf(plan)],
      )
      await name(id, { ...guardsOfName(plan), kind: 'main', full: label })
      return id
    },

    async address(plan: AddressPlan = {}): Promise<number> {
      const { flat = '', building = '', number = '14', street = 'High Street', town = 'Ashford', postcode } = plan
      const label = [flat, building, `${number} ${street}`, `${town} ${spaced(postcode ?? '')}`]
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(', ')
      const id = await party('address', label, plan)
      await owner(
        `INSERT INTO address (party_id, flat, building, number, street, town, postcode, uprn, location_id, marking, compartment_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          flat,
          building,
          number,
          street,
          town,
          postcode ?? null,
          plan.uprn ?? null,
          plan.location ?? null,
          ...guardsOf(plan),
        ],
      )
      await name(id, { ...guardsOfName(plan), kind: 'main', full: plan.label ?? label })
      return id
    },

    async vehicle(
      plan: PartyPlan & {
        readonly mark?: string
        readonly make?: string
        readonly model?: string
        readonly colour?: string
        readonly vin?: string
      } = {},
    ): Promise<number> {
      const { mark = 'AB12CDE' } = plan
      const id = await party('vehicle', mark.length === 7 ? `${mark.slice(0, 4)} ${mark.slice(4)}` : mark, plan)
      await owner(
        `INSERT INTO vehicle (party_id, mark, make, model, colour, vin, marking, compartment_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, mark, plan.make ?? '', plan.model ?? '', plan.colour ?? '', plan.vin ?? null, ...guardsOf(plan)],
      )
      return id
    },

    async phone(plan: PartyPlan & { readonly number?: string } = {}): Promise<number> {
      const { number = '447700900123' } = plan
      const id = await party('phone', number.replace(/^44/, '0'), plan)
      await owner('INSERT INTO phone (party_id, number, marking, compartment_id) VALUES ($1, $2, $3, $4)', [
        id,
        number,
        ...guardsOf(plan),
      ])
      return id
    },

    /** From the one that lives to what it lives at; of two people, as the kind reads. */
    async link(from: number, kind: LinkKind, to: number, plan: LinkPlan = {}): Promise<number> {
      const source = plan.source ?? 'records-extract'
      return idFrom(
        `INSERT INTO party_link (from_party, to_party, kind, valid_from, valid_to, basis, source, occurrence_id, record_id,
          area_id, unit_id, owner_id, marking, compartment_id, known_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
        [
          from,
          to,
          kind,
          plan.from ?? null,
          plan.to ?? null,
          plan.basis ?? 'fact',
          source,
          plan.occurrence ?? null,
          plan.record ?? null,
          ...allGuards(plan),
          now(),
        ],
      )
    },

    /** What a party was in an occurrence, or (with `record`) in what is worked on. */
    async role(of: number, role: RoleInOccurrence, occurrence: number | null, plan: RolePlan = {}): Promise<number> {
      const at = plan.at === undefined ? now() : new Date(plan.at)
      return idFrom(
        `INSERT INTO party_role (party_id, occurrence_id, record_id, role, category, basis, source, area_id, unit_id, owner_id,
          marking, compartment_id, happened_at, known_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'records-extract', $7, $8, $9, $10, $11, $12, $12) RETURNING id`,
        [
          of,
          occurrence,
          plan.record ?? null,
          role,
          ROLES_IN_OCCURRENCES[role].category,
          plan.basis ?? 'fact',
          ...allGuards(plan),
          at,
        ],
      )
    },

    async marker(of: number, kind: string, plan: MarkerPlan = {}): Promise<string> {
      const id = randomUUID()
      await owner(
        `INSERT INTO party_marker (id, party_id, kind, words, starts_on, review_on, ended_on, ended_reason, source, added_by,
          marking, compartment_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'entered', $9, $10, $11)`,
        [
          id,
          of,
          kind,
          plan.words ?? '',
          plan.starts ?? '2020-01-01',
          plan.review ?? '2099-01-01',
          plan.ended ?? null,
          plan.ended === undefined ? null : 'no longer so',
          world.personas.sergeantA.account,
          ...guardsOf(plan),
        ],
      )
      return id
    },

    /** A point, in these areas. */
    async location(longitude: number, latitude: number, areas: readonly number[] = []): Promise<number> {
      const id = await idFrom(
        `INSERT INTO location (longitude, latitude, cell8, cell9) VALUES ($1, $2, '88', '89') RETURNING id`,
        [longitude, latitude],
      )
      for (const area of areas) await owner('INSERT INTO location_area VALUES ($1, $2)', [id, area])
      return id
    },
  }
}

export type Parties = ReturnType<typeof partiesOf>

function allGuards(plan: GuardsPlan): readonly unknown[] {
  return [
    plan.area ?? null,
    plan.unit ?? null,
    plan.owner ?? null,
    plan.marking ?? 'OFFICIAL',
    plan.compartment ?? null,
  ]
}

function guardsOfName(plan: PartyPlan): NamePlan {
  return {
    ...(plan.marking !== undefined && { marking: plan.marking }),
    ...(plan.compartment !== undefined && { compartment: plan.compartment }),
  }
}

function spaced(postcode: string): string {
  return postcode.length < 5 ? postcode : `${postcode.slice(0, -3)} ${postcode.slice(-3)}`
}
