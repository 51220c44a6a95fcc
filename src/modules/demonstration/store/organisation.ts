import { createHash } from 'node:crypto'
import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import { DEMONSTRATION_ISSUER } from '#kernel/access/demonstration.ts'
import type { SchematicGeography } from '../geography/schematic-areas.ts'
import type { AccountPlan } from '../organisation/account-plan.ts'
import { accountPlans } from '../organisation/accounts.ts'
import { AGENCIES } from '../organisation/agencies.ts'
import { withCareers } from '../organisation/changes.ts'
import { COMPARTMENTS } from '../organisation/compartments.ts'
import { PERSONA_PLANS } from '../organisation/personas.ts'
import { forceUnits, partnerUnits } from '../organisation/units.ts'
import type { AreaIds } from './areas.ts'
import { copyRows, type CopyValue } from './copy-rows.ts'
import type { Making } from './making.ts'

/** Nobody vouches for the accounts that are no personas, so nobody can sign in as one of them. */
const NOBODYS_ISSUER = 'urn:frankpledge:demonstration:nobody'

export interface StoredOrganisation {
  readonly accounts: number
  readonly units: number
}

/** Stores agencies, units, accounts, postings and compartments. */
export async function storeOrganisation(
  making: Making,
  geography: SchematicGeography,
  areaId: AreaIds,
): Promise<StoredOrganisation> {
  const neighbourhoods = geography.areas.filter(({ kind }) => kind === 'neighbourhood')
  const units = [...forceUnits(neighbourhoods), ...partnerUnits()]
  const plans = withCareers(accountPlans(neighbourhoods), PERSONA_PLANS.length)
  const agencyId = idsBy(AGENCIES.map(({ code }) => code))
  const unitId = idsBy(units.map(({ code }) => code))
  const copy = (table: string, columns: string, rows: Iterable<readonly CopyValue[]>) =>
    copyRows(making.client, making.digest, table, columns, rows)

  await copy(
    'agency',
    'id, name, kind, valid_from',
    AGENCIES.map(({ code, name, kind, since }) => [agencyId(code), name, kind, since]),
  )
  await copy(
    'unit',
    'id, agency_id, parent_id, area_id, code, name, valid_from, valid_to',
    units.map(({ code, name, agency, parent, area, from, to }) => [
      unitId(code),
      agencyId(agency),
      parent === null ? null : unitId(parent),
      area === null ? null : areaId(area.kind, area.code),
      code,
      name,
      from,
      to ?? null,
    ]),
  )
  await copy(
    'account',
    'id, issuer, subject, principal, agency_id, name, number, clearance, left_at',
    plans.map((plan, i) => [
      accountId(plan.subject),
      i < PERSONA_PLANS.length ? DEMONSTRATION_ISSUER : NOBODYS_ISSUER,
      plan.subject,
      plan.principal,
      agencyId(plan.agency),
      plan.name,
      plan.principal === 'staff' ? String(2016 + 7 * i) : null,
      plan.clearance,
      plan.left === undefined ? null : `${addDays(making.asOf, plan.left)}T17:00:00Z`,
    ]),
  )
  await copy(
    'posting',
    'id, account_id, unit_id, title, roles, force_wide, starts, ends',
    postingRows(plans, unitId, making.asOf),
  )
  await storeCompartments(making, plans, copy)
  return { accounts: plans.length, units: units.length }
}

function* postingRows(
  plans: readonly AccountPlan[],
  unitId: (code: string) => number,
  asOf: CivilDate,
): Generator<readonly CopyValue[]> {
  let id = 0
  for (const { subject, postings } of plans)
    for (const { unit, title, roles, forceWide, starts, ends } of postings)
      yield [
        ++id,
        accountId(subject),
        unitId(unit),
        title,
        roles,
        forceWide === true,
        addDays(asOf, starts),
        ends === undefined ? null : addDays(asOf, ends),
      ]
}

async function storeCompartments(
  { asOf }: Making,
  plans: readonly AccountPlan[],
  copy: (table: string, columns: string, rows: Iterable<readonly CopyValue[]>) => Promise<number>,
): Promise<void> {
  const holderOf = (title: string): string => {
    const plan = plans.find(({ postings }) => postings.some((posting) => posting.title === title))
    if (plan === undefined) throw new RangeError(`Nobody is ${title}`)
    return accountId(plan.subject)
  }
  await copy(
    'compartment',
    'id, name, existence_shows, custodian',
    COMPARTMENTS.map(({ name, existenceShows, custodian }, i) => [i + 1, name, existenceShows, holderOf(custodian)]),
  )
  await copy(
    'compartment_member',
    'compartment_id, account_id, reason, starts, ends',
    COMPARTMENTS.flatMap(({ members }, i) =>
      members.map(({ title, reason, starts, ends }) => [
        i + 1,
        holderOf(title),
        reason,
        addDays(asOf, starts),
        ends === undefined ? null : addDays(asOf, ends),
      ]),
    ),
  )
}

function idsBy(codes: readonly string[]): (code: string) => number {
  const ids = new Map(codes.map((code, i) => [code, i + 1]))
  return (code) => {
    const id = ids.get(code)
    if (id === undefined) throw new RangeError(`There is no ${code}`)
    return id
  }
}

/** An id that is always the same for the same subject: version 8 (custom) of RFC 9562, from a hash. */
function accountId(subject: string): string {
  const hex = createHash('sha256').update(`account of the demonstration ${subject}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
