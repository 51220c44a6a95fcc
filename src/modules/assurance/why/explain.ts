import { z } from 'zod'
import { choice } from '#platform/forms/fields.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import { query } from '#kernel/operations.ts'
import { findOthers, type Other } from './others.ts'
import { KINDS, readGuarded } from './subjects.ts'

/** These look after who may see what, so they are told names; everybody else is told how many. */
const TOLD_NAMES = ['administrator', 'auditor', 'records-custodian']
/** A page of names; there are figures for all of them above it. */
const MOST_NAMES = 500

const unitCount = z.object({ unit: z.string(), people: z.int() })
const named = z.object({ name: z.string(), posting: z.string(), unit: z.string(), ground: z.string() })

/** Why the reader can see something, and who else can. What is not open to them is not there, as everywhere. */
export const explainAccess = query({
  name: 'access.explain',
  summary: 'Why can I see this, and who else can?',
  input: z.object({ kind: choice('Kind', KINDS), id: z.string().min(1).max(100) }),
  output: z.object({
    kind: z.enum(KINDS),
    id: z.string(),
    title: z.string(),
    marking: z.enum(MARKINGS),
    /** In a compartment: its name is not said, not even here. */
    closed: z.boolean(),
    grounds: z.array(z.string()),
    people: z.int(),
    units: z.array(unitCount),
    /** Null for those who are told figures only. */
    names: z.array(named).nullable(),
  }),
  access: { staff: 'any' },
  purpose: 'asking who can see this',
  audit: {
    event: 'access.explained',
    subjects: (input) => [{ kind: input.kind, id: input.id }],
    detail: (_input, output) => ({ people: output.people, named: output.names !== null }),
  },
  async run(tx, { kind, id }) {
    const thing = await readGuarded(tx, kind, id)
    const others = await findOthers(tx, thing)
    const told = tx.reader.roles.some((role) => TOLD_NAMES.includes(role))
    return {
      kind,
      id,
      title: thing.title,
      marking: thing.marking,
      closed: thing.compartment !== null,
      grounds: [...thing.yourGrounds(tx.reader)],
      people: new Set(others.map((other) => other.account)).size,
      units: countByUnit(others),
      names: told ? others.slice(0, MOST_NAMES).map(({ account: _account, ...rest }) => rest) : null,
    }
  },
})

function countByUnit(others: readonly Other[]): { unit: string; people: number }[] {
  const units = new Map<string, Set<string>>()
  for (const { unit, account } of others) units.set(unit, (units.get(unit) ?? new Set()).add(account))
  return [...units].map(([unit, accounts]) => ({ unit, people: accounts.size }))
}
