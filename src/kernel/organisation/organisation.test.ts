import { expect, test, describe } from 'vitest'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused, SignInNeeded } from '#platform/errors/errors.ts'
import { run } from '#platform/operations/run.ts'
import { addAccount } from './account/add.ts'
import { changeAccount } from './account/change.ts'
import { markAsLeft } from './account/leave.ts'
import { listPeople } from './account/list.ts'
import { openAccount } from './account/open.ts'
import { reinstate } from './account/reinstate.ts'
import { addAgency } from './agency/add.ts'
import { endAgency } from './agency/end.ts'
import { addArea } from './area/add.ts'
import { endArea } from './area/end.ts'
import { listAreas } from './area/list.ts'
import { openArea } from './area/open.ts'
import { renameArea } from './area/rename.ts'
import { addPosting } from './posting/add.ts'
import { changePosting } from './posting/change.ts'
import { endPosting } from './posting/end.ts'
import { addUnit } from './unit/add.ts'
import { changeUnit } from './unit/change.ts'
import { endUnit } from './unit/end.ts'
import { openUnit } from './unit/open.ts'
import { showUnitTree } from './unit/tree.ts'
import { withSmallForce } from './testing.ts'

const force = withSmallForce()

const newUnit = (code: string, more: object = {}) => ({
  code,
  name: `Unit ${code}`,
  agency: force().agencies.police,
  parent: force().units.reading,
  area: null,
  validFrom: '2026-01-01',
  ...more,
})

describe('Units', () => {
  test('are added under a unit, once for one key, and stand in the tree of the day', async () => {
    const { as, readers, units } = force()
    const key = 'a-key-of-its-own'
    const first = await as(readers.admin, addUnit, newUnit('RDG-W'), { key })
    expect(await as(readers.admin, addUnit, newUnit('RDG-W'), { key })).toEqual(first)
    const now = await as(readers.sergeant, showUnitTree, {})
    expect(now.units.filter((unit) => unit.code === 'RDG-W')).toEqual([
      expect.objectContaining({ id: first.id, parent: units.reading, people: 0 }),
    ])
    const before = await as(readers.sergeant, showUnitTree, { on: '2020-06-01' })
    expect(before.units.some((unit) => unit.code === 'RDG-W')).toBe(false)
  })

  test('are saved by the second of two who change one only after both versions were seen', async () => {
    const { as, readers, units } = force()
    const { unit } = await as(readers.admin, openUnit, { id: units.east })
    const change = { id: unit.id, code: unit.code, parent: unit.parent, area: null, validFrom: unit.validFrom }
    await as(readers.admin, changeUnit, { ...change, name: 'Reading East', version: unit.version })
    const stale = as(readers.second, changeUnit, { ...change, name: 'East Reading', version: unit.version })
    const conflict = await stale.catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict).toMatchObject({ theirs: { name: 'Reading East', version: unit.version + 1 } })
    await as(readers.second, changeUnit, { ...change, name: 'East Reading', version: unit.version + 1 })
    expect((await as(readers.admin, openUnit, { id: units.east })).unit.name).toBe('East Reading')
  })

  test('never lie in a ring, even when two moves meet', async () => {
    const { as, readers } = force()
    const [a, b] = [
      await as(readers.admin, addUnit, newUnit('RING-A')),
      await as(readers.admin, addUnit, newUnit('RING-B')),
    ]
    const under = (id: number, parent: number, code: string) =>
      as(readers.admin, changeUnit, { ...newUnit(code), id, parent, version: 1 })
    const moves = await Promise.allSettled([under(a.id, b.id, 'RING-A'), under(b.id, a.id, 'RING-B')])
    expect(moves.filter((move) => move.status === 'fulfilled')).toHaveLength(1)
    expect(moves.find((move) => move.status === 'rejected')?.reason).toBeInstanceOf(RuleRefused)
  })

  test('do not end over the heads of those in them', async () => {
    const { as, readers, units } = force()
    const end = as(readers.admin, endUnit, { id: units.reading, version: 1, ends: '2026-12-31' })
    await expect(end).rejects.toThrow('After 2026-12-31 there would still be')
    const { id } = await as(readers.admin, addUnit, newUnit('SHORT'))
    await as(readers.admin, endUnit, { id, version: 1, ends: '2026-06-30' })
    await as(readers.admin, endUnit, { id, version: 2, ends: '' })
    expect((await as(readers.admin, openUnit, { id })).unit.validTo).toBeNull()
  })

  test('have codes of their own, known parents, and parents of their own agency', async () => {
    const { as, readers, units } = force()
    await expect(as(readers.admin, addUnit, newUnit('HQ'))).rejects.toMatchObject({
      fields: { code: 'Another unit has this code' },
    })
    await expect(as(readers.admin, addUnit, newUnit('X1', { parent: 999_999 }))).rejects.toBeInstanceOf(Invalid)
    await expect(as(readers.admin, addUnit, newUnit('X2', { parent: units.housing }))).rejects.toThrow('another agency')
    await expect(as(readers.sergeant, openUnit, { id: 999_999 })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('Only administrators write', () => {
  test('a sergeant is refused, and the refusal is logged', async () => {
    const { as, readers, audited } = force()
    await expect(as(readers.sergeant, addUnit, newUnit('NOT'))).rejects.toBeInstanceOf(Forbidden)
    expect(await audited('unit.added')).toContainEqual(expect.objectContaining({ outcome: 'refused' }))
  })
  test('the database refuses too, whatever the code says', async () => {
    const { as, readers } = force()
    const posing = { ...addUnit, access: { staff: 'any' as const } }
    await expect(as(readers.sergeant, posing, newUnit('POSE', { parent: null }))).rejects.toThrow('row-level security')
  })
})

describe('Who is who', () => {
  test('“sergeant reading” finds the sergeant of a unit under Reading', async () => {
    const { as, readers, people } = force()
    const found = await as(readers.sergeant, listPeople, { q: 'sergeant reading' })
    expect(found.people.map((person) => person.id)).toEqual([people.sergeant])
    expect(found.people[0]?.posts[0]).toMatchObject({ title: 'Neighbourhood sergeant' })
  })
  test('by number, by unit with those below it, by role; no pattern sign is special', async () => {
    const { as, readers, people, units } = force()
    const ids = async (input: object) => (await as(readers.sergeant, listPeople, input)).people.map(({ id }) => id)
    expect(await ids({ q: '4711' })).toEqual([people.sergeant])
    expect(await ids({ unit: String(units.reading) })).toEqual([people.sergeant])
    expect(await ids({ role: 'records-custodian' })).toEqual([people.custodian])
    expect(await ids({ q: '%' })).toEqual([])
    expect(await ids({ q: '', unit: '', role: '', page: '' })).toHaveLength(5)
  })
  test('who was listed is in the audit', async () => {
    const { as, readers, people, audited } = force()
    await as(readers.sergeant, listPeople, { q: 'Farrant' })
    expect((await audited('account.listed')).at(-1)?.subjects).toEqual([`account ${people.officer}`])
  })
})

describe('People', () => {
  const newPerson = (number: string, more: object = {}) => ({
    name: `PC ${number}`,
    number,
    agency: force().agencies.police,
    principal: 'staff',
    clearance: 'OFFICIAL',
    subject: `s-${number}`,
    ...more,
  })

  test('are added with the identity provider of the one who adds them', async () => {
    const { as, readers, owner } = force()
    const { id } = await as(readers.admin, addAccount, newPerson('5001'))
    const { rows } = await owner.query('SELECT issuer FROM account WHERE id = $1', [id])
    expect(rows).toEqual([{ issuer: 'https://id.example' }])
    await expect(as(readers.admin, addAccount, newPerson('5001', { subject: 'x' }))).rejects.toMatchObject({
      fields: { number: 'Somebody else has this number' },
    })
    await expect(
      as(readers.admin, addAccount, newPerson('5002', { agency: force().agencies.council })),
    ).rejects.toThrow('Force staff belong to a police force')
  })

  test('who leave are out at once, everywhere, and can come back', async () => {
    const { as, readers, session, store, owner, post, units } = force()
    const { id } = await as(readers.admin, addAccount, newPerson('5003'))
    const posting = await post(id, units.east, 'Constable', ['officer'])
    const { hash } = await session(id, posting)
    const open = () =>
      run(store, openAccount, { who: { session: hash }, request: { requestId: 'test', origin: 'test' }, input: { id } })
    expect((await open()).account.name).toBe('PC 5003')
    expect(await as(readers.admin, markAsLeft, { id, version: 1 })).toMatchObject({ sessionsEnded: 1 })
    await expect(open()).rejects.toBeInstanceOf(SignInNeeded)
    expect((await as(readers.sergeant, listPeople, { q: '5003' })).total).toBe(0)
    expect((await as(readers.sergeant, listPeople, { q: '5003', left: 'yes' })).total).toBe(1)
    await as(readers.admin, reinstate, { id, version: 2 })
    await expect(open()).rejects.toBeInstanceOf(SignInNeeded)
    expect(
      (await owner.query('SELECT ended_at FROM session WHERE account_id = $1', [id])).rows[0]?.ended_at,
    ).not.toBeNull()
  })

  test('do not take themselves out, nor change their own account in anything', async () => {
    const { as, readers, people, agencies } = force()
    await expect(as(readers.admin, markAsLeft, { id: people.admin, version: 1 })).rejects.toThrow('your own account')
    const own = { id: people.admin, version: 1, number: '9001', agency: agencies.police }
    await expect(
      as(readers.admin, changeAccount, { ...own, name: 'Ms Rowe', clearance: 'OFFICIAL' }),
    ).rejects.toBeInstanceOf(RuleRefused)
    await expect(
      as(readers.admin, changeAccount, { ...own, name: 'Mrs Rowe', clearance: 'OFFICIAL-SENSITIVE' }),
    ).rejects.toThrow('your own account')
  })
})

describe('Postings', () => {
  const posting = (more: object = {}) => ({
    account: force().people.sergeant,
    unit: force().units.reading,
    title: 'Acting inspector',
    roles: ['supervisor'],
    starts: '2026-12-01',
    ends: '2027-02-28',
    ...more,
  })

  test('may overlap, and stand on the person’s page with those before', async () => {
    const { as, readers, people } = force()
    await as(readers.admin, addPosting, posting({ roles: 'supervisor' }))
    const { postings } = await as(readers.sergeant, openAccount, { id: people.sergeant })
    expect(postings.map(({ title }) => title)).toEqual(['Neighbourhood sergeant', 'Acting inspector'])
  })
  test('say what is wrong with them', async () => {
    const { as, readers, people, units } = force()
    const add = (more: object) => as(readers.admin, addPosting, posting(more))
    await expect(add({ ends: '2026-11-01' })).rejects.toThrow('is before the first')
    await expect(add({ unit: units.housing })).rejects.toThrow('another agency')
    await expect(add({ roles: ['partner'] })).rejects.toThrow('for partner agencies')
    await expect(add({ account: people.officer, unit: units.housing, roles: ['analyst'] })).rejects.toThrow('partner')
    await expect(add({ account: people.admin })).rejects.toThrow('your own account')
    await expect(add({ starts: { day: '31', month: '2', year: '2026' } })).rejects.toMatchObject({
      fields: { starts: 'First day must be a real date, such as 27 3 2026' },
    })
  })
  test('of the last administrator go on', async () => {
    const { as, readers, posts, owner } = force()
    await owner.query(`UPDATE posting SET ends = '2026-12-31' WHERE id = $1`, [posts.admin])
    const end = as(readers.admin, endPosting, { id: posts.second, version: 1, ends: '2026-11-30' })
    await expect(end).rejects.toThrow('Nobody would be an administrator any more')
    await owner.query('UPDATE posting SET ends = NULL WHERE id = $1', [posts.admin])
    await as(readers.admin, endPosting, { id: posts.second, version: 1, ends: '2027-11-30' })
    const again = { id: posts.second, version: 2, title: 'System administrator', roles: 'administrator' }
    await as(readers.admin, changePosting, { ...again, starts: '2020-01-06', ends: '' })
  })
})

describe('Agencies and areas', () => {
  test('end only when nothing needs them', async () => {
    const { as, readers, agencies } = force()
    const { id } = await as(readers.admin, addAgency, { name: 'Shelter', kind: 'voluntary', validFrom: '2020-01-01' })
    await as(readers.admin, endAgency, { id, version: 1, ends: '2026-11-30' })
    const end = (agency: number) => as(readers.admin, endAgency, { id: agency, version: 1, ends: '2026-11-30' })
    await expect(end(agencies.council)).rejects.toThrow('1 unit of it and 1 account of its people')
    await expect(end(agencies.police)).rejects.toThrow('your own agency')
  })
  test('nest at any depth, are found by kind and renamed', async () => {
    const { as, readers } = force()
    const area = (kind: string, code: string, within: number | null) =>
      as(readers.admin, addArea, { kind, code, name: `Area ${code}`, validFrom: '2016-04-01', within })
    const whole = await area('force', 'TVP', null)
    const local = await area('policing-area', 'RDG', whole.id)
    const ward = await area('ward', 'E05', local.id)
    const opened = await as(readers.sergeant, openArea, { id: ward.id })
    expect(opened.outer.map(({ code }) => code)).toEqual(['TVP', 'RDG'])
    expect(
      (await as(readers.sergeant, openArea, { id: whole.id })).inner.map(({ kind, areas }) => [kind, areas]),
    ).toEqual([
      ['policing-area', 1],
      ['ward', 1],
    ])
    await as(readers.admin, renameArea, { id: ward.id, version: 1, name: 'Abbey', validFrom: '2016-04-01' })
    const listed = await as(readers.sergeant, listAreas, { kind: 'ward', q: 'abb' })
    expect(listed.areas).toMatchObject([{ name: 'Abbey', within: 'Area TVP, Area RDG', inside: 0 }])
    const { id } = await as(readers.admin, addUnit, newUnit('WARD', { area: ward.id }))
    await expect(as(readers.admin, endArea, { id: ward.id, version: 2, ends: '2026-12-31' })).rejects.toThrow('1 unit')
    await as(readers.admin, endUnit, { id, version: 1, ends: '2026-12-31' })
    await as(readers.admin, endArea, { id: ward.id, version: 2, ends: '2026-12-31' })
  })
})
