import { addActionCommand } from '#kernel/actions/add.ts'
import { makeAgreement } from '../../src/modules/sharing/commands/agreements.ts'
import { shareInEmergency, shareRecord } from '../../src/modules/sharing/commands/share.ts'
import type { withProblems } from './problems.ts'

export const TERMS = {
  gateway: 'crime-disorder-s115',
  purposes: ['reduce-crime'],
  classes: ['summary', 'responses'],
  fromOn: '2026-01-01',
  untilOn: '2030-12-31',
  reviewOn: '2027-06-01',
}

/** What the force does with partner agencies; the council is the one of the persona `partner`. */
export function sharingOf(force: ReturnType<typeof withProblems>) {
  async function agreement(more: object = {}): Promise<string> {
    const { world, run } = force()
    const agencies = [world.agencies.council]
    const { id } = await run('commanderA', makeAgreement, { title: 'Safety', agencies, ...TERMS, ...more })
    return id
  }
  /** What is asked to be shared of a record with the council. */
  const wanted = (record: string, more: object = {}) => ({
    id: record,
    agency: force().world.agencies.council,
    gateway: TERMS.gateway,
    purpose: 'reduce-crime',
    classes: ['summary', 'responses'],
    untilOn: '2027-03-01',
    ...more,
  })
  /** The database asks its own clock whether a share is over: it is told a day that is not, whenever a test runs. */
  async function running({ share }: { readonly share: string | null }): Promise<string> {
    await force().world.owner('UPDATE share SET until_on = $2 WHERE id = $1', [share, TERMS.untilOn])
    return share ?? ''
  }
  return {
    agreement,
    wanted,
    /** A plan that is shared with the council, and its share. */
    async shared(more: object = {}) {
      const { plan, run } = force()
      const id = await plan()
      const input = wanted(id, { agreement: await agreement(), ...more })
      return { plan: id, share: await running(await run('sergeantA', shareRecord, input)) }
    },
    /** A share without an agreement. */
    async sharedInEmergency(record: string, more: object = {}): Promise<string> {
      const input = wanted(record, { untilOn: '2026-11-30', reason: 'A threat tonight', ...more })
      return running(await force().run('sergeantA', shareInEmergency, input))
    },
    /** Another agency than the partner's. */
    async landlord(): Promise<number> {
      const [row] = await force().world.owner<{ id: number }>(
        `INSERT INTO agency (name, kind, valid_from) VALUES ('Homes ' || gen_random_uuid(), 'housing', '2016-04-01') RETURNING id`,
      )
      return row?.id ?? 0
    },
    act: (plan: string, agency: number) =>
      force().run('sergeantA', addActionCommand, { kind: 'problem-plan', id: plan, title: 'Cut the hedge', agency }),
  }
}
