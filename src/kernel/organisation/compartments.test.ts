import { describe, expect, test } from 'vitest'
import type { Reader } from '#platform/access/reader.ts'
import { Forbidden, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { markAsLeft } from './account/leave.ts'
import { addMember } from './compartment/add-member.ts'
import { handOver } from './compartment/hand-over.ts'
import { listCompartments } from './compartment/list.ts'
import { makeCompartment } from './compartment/make.ts'
import { openCompartment } from './compartment/open.ts'
import { removeMember } from './compartment/remove-member.ts'
import { takeOver } from './compartment/take-over.ts'
import { withSmallForce } from './testing.ts'

const force = withSmallForce()
const inside = (reader: Reader, ...compartments: number[]): Reader => ({ ...reader, compartments })
const make = (name: string) =>
  force().as(force().readers.custodian, makeCompartment, { name, reason: 'Protected enquiry', existenceShows: '' })

describe('A compartment', () => {
  test('is made by a records custodian and is nothing to anybody else', async () => {
    const { as, readers, audited } = force()
    const { id } = await make('Heron')
    await expect(as(readers.admin, makeCompartment, { name: 'Own', reason: 'x' })).rejects.toBeInstanceOf(Forbidden)
    await expect(as(readers.admin, openCompartment, { id })).rejects.toBeInstanceOf(NotFound)
    expect((await audited('compartment.opened')).at(-1)).toEqual({ outcome: 'hidden', subjects: [`compartment ${id}`] })
    expect((await as(readers.admin, listCompartments, {})).compartments).toEqual([])
    expect((await as(inside(readers.custodian, id), listCompartments, {})).compartments).toMatchObject([
      { name: 'Heron' },
    ])
  })

  test('is not told of by its name being taken', async () => {
    await make('Kestrel')
    await expect(make('Kestrel')).rejects.toMatchObject({
      fields: { name: 'This name cannot be used. Choose another.' },
    })
  })

  test('lets people in and out by its custodian, with reasons kept, again on the same day too', async () => {
    const { as, readers, people } = force()
    const { id } = await make('Plover')
    const custodian = readers.custodian
    const letIn = (number: string) => as(custodian, addMember, { id, number, reason: 'Works on it' })
    await letIn('4711')
    await expect(letIn('4711')).rejects.toThrow('is in this compartment already')
    await expect(letIn('H-12')).rejects.toBeInstanceOf(RuleRefused)
    await expect(letIn('0000')).rejects.toMatchObject({ fields: { number: expect.stringContaining('Nobody here') } })
    await as(custodian, removeMember, { id, account: people.sergeant, reason: 'Moved on' })
    await expect(as(custodian, removeMember, { id, account: people.sergeant, reason: 'x' })).rejects.toBeInstanceOf(
      NotFound,
    )
    await letIn('4711')
    const { members } = await as(custodian, openCompartment, { id })
    expect(members.filter(({ name }) => name === 'PS Ellis').map((m) => [m.inside, m.endsReason])).toEqual([
      [true, null],
      [false, 'Moved on'],
    ])
    await expect(as(custodian, removeMember, { id, account: people.custodian, reason: 'x' })).rejects.toThrow(
      'Hand the compartment over first',
    )
  })

  test('who is taken out is out at once', async () => {
    const { as, readers, people, owner } = force()
    const { id } = await make('Wren')
    await as(readers.custodian, addMember, { id, number: '4711', reason: 'Works on it' })
    await as(readers.custodian, removeMember, { id, account: people.sergeant, reason: 'Mistake' })
    const { rowCount } = await owner.query(
      `SELECT FROM compartment_member WHERE compartment_id = $1 AND account_id = $2
      AND DATE '2026-11-23' BETWEEN starts AND coalesce(ends, 'infinity')`,
      [id, people.sergeant],
    )
    expect(rowCount).toBe(0)
  })

  test('is handed over to another custodian, and taken over from one who has left', async () => {
    const { as, readers, people, person, post, agencies, units } = force()
    const { id } = await make('Egret')
    const next = await person('Mr Osei', '9004', agencies.police)
    const hand = (number: string) =>
      as(inside(readers.custodian, id), handOver, { id, version: 1, number, reason: 'Change of post' })
    await expect(hand('9004')).rejects.toMatchObject({
      fields: { number: expect.stringContaining('not a records custodian') },
    })
    const posting = await post(next, units.headquarters, 'Records custodian', ['records-custodian'])
    const osei: Reader = { ...readers.custodian, account: next, posting, name: 'Mr Osei' }
    await expect(as(inside(osei, id), takeOver, { id, reason: 'x' })).rejects.toThrow('still its custodian')
    expect(await hand('9004')).toMatchObject({ account: next })
    await expect(
      as(inside(readers.custodian, id), addMember, { id, number: '4711', reason: 'x' }),
    ).rejects.toBeInstanceOf(Forbidden)
    await as(readers.admin, markAsLeft, { id: next, version: 1 })
    await as(readers.custodian, takeOver, { id, reason: 'Mr Osei left' })
    const { compartment } = await as(readers.custodian, openCompartment, { id })
    expect(compartment.custodian).toBe(people.custodian)
  })
})
