import { describe, expect, test } from 'vitest'
import { CRIME_FLAGS } from '#kernel/victims-code/facts.ts'
import { RULE_CODES } from '#kernel/victims-code/victim-rule.ts'
import { keysOf } from '#platform/edge.ts'
import { whyNoPage, type PageFacts } from './vcp01-may-have-page.ts'
import { codeWords, linkState, newSecrets, readCode } from './vcp02-link.ts'
import { codeFits, codeHash } from './vcp03-code-hash.ts'
import { reachProblem } from './vcp04-reach.ts'
import { toldNews } from './vcp05-told-first.ts'
import { promisesOf } from './vcp06-promises.ts'

const MAY: PageFacts = {
  flags: [],
  noSafeContact: false,
  forceAllows: true,
  assessed: true,
  wantsUpdates: true,
  way: null,
  somebodyMustNotKnow: false,
  inCompartment: false,
}

describe('VCP01: who may have a page', () => {
  test('somebody who was assessed, in a force that lets them, with nothing against it', () => {
    expect(whyNoPage(MAY)).toEqual([])
    for (const way of ['phone', 'letter', 'email', 'text', 'in-person'] as const)
      expect(whyNoPage({ ...MAY, way })).toEqual([])
  })

  test.each([
    ['the force does not', { forceAllows: false }],
    ['there is no safe contact', { noSafeContact: true }],
    ['nobody assessed what they need', { assessed: false }],
    ['they want no updates', { wantsUpdates: false }],
    ['they are reached through somebody', { way: 'through-somebody' }],
    ['somebody must not know', { somebodyMustNotKnow: true }],
    ['who knows of them is limited', { inCompartment: true }],
  ] as const)('nobody where %s', (_words, fact) => {
    expect(whyNoPage({ ...MAY, ...fact })).toHaveLength(1)
  })

  test('nobody in the five sorts of cases in which a message could be read by whom they fear; each reason is said once', () => {
    const off = keysOf(CRIME_FLAGS).filter((flag) => whyNoPage({ ...MAY, flags: [flag] }).length > 0)
    expect(off).toEqual(['domestic-abuse', 'sexual', 'stalking', 'honour-based', 'child-exploitation'])
    expect(whyNoPage({ ...MAY, flags: ['stalking', 'stalking', 'sexual'] })).toHaveLength(2)
  })
})

describe('VCP02: a link', () => {
  test('has 256 random bits and a code of six digits, each new', () => {
    const made = Array.from({ length: 200 }, newSecrets)
    expect(new Set(made.map(({ token }) => token)).size).toBe(200)
    expect(new Set(made.map(({ code }) => code)).size).toBeGreaterThan(190)
    for (const { token, code } of made) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
      expect(code).toMatch(/^\d{6}$/)
    }
  })

  test('waits, is used, is too old to the second, or was ended', () => {
    const link = { usedAt: null, endedAt: null, expiresAt: new Date('2026-11-26T12:00:00Z') }
    const at = (time: string) => new Date(`2026-11-26T${time}Z`)
    expect(linkState(link, at('11:59:59'))).toBe('waiting')
    expect(linkState(link, at('12:00:00'))).toBe('expired')
    expect(linkState({ ...link, endedAt: at('01:00:00') }, at('02:00:00'))).toBe('ended')
    expect(linkState({ ...link, usedAt: at('01:00:00'), endedAt: at('01:30:00') }, at('13:00:00'))).toBe('used')
  })

  test('has a code that is typed with spaces or without', () => {
    expect(codeWords('041720')).toBe('041 720')
    for (const typed of ['041720', '041 720', ' 041-720 ', '04 17 20']) expect(readCode(typed)).toBe('041720')
    expect([readCode(undefined), readCode(['1']), readCode('9'.repeat(500)).length]).toEqual(['', '', 40])
  })
})

describe('VCP03: what is kept of a code', () => {
  test('fits its own code with its own link, and nothing else', async () => {
    const { token, code } = newSecrets()
    const salt = Buffer.alloc(16, 7)
    const kept = { salt, hash: await codeHash(code, token, salt) }
    const other = code === '000000' ? '000001' : '000000'
    expect(await codeFits(code, token, kept)).toBe(true)
    expect(await codeFits(other, token, kept)).toBe(false)
    // Whoever has the database alone has no link to try codes with.
    expect(await codeFits(code, newSecrets().token, kept)).toBe(false)
    expect(await codeFits(code, token, null)).toBe(false)
  })
})

describe('VCP04: where a link goes', () => {
  test('to a mobile or an address that they gave for it, or nowhere', () => {
    for (const reach of ['07700 900123', '+44 7700 900123', '+447700900123'])
      expect([reach, reachProblem('text', reach)]).toEqual([reach, null])
    for (const reach of [null, '01632 960001', '07700', 'name@example.com'])
      expect([reach, typeof reachProblem('text', reach)]).toEqual([reach, 'string'])
    expect(reachProblem('email', 'name@example.com')).toBeNull()
    expect(reachProblem('email', 'name at home')).toContain('VCP04')
    expect(reachProblem('by-hand', null)).toBeNull()
    expect(reachProblem('by-hand', '07700 900123')).toContain('VCP04')
  })
})

describe('VCP05: a person tells the news first', () => {
  const news = [
    { id: 'arrest', kind: 'suspect-arrested' },
    { id: 'statement', kind: 'statement-taken' },
  ] as const
  const subject = 'victim/arrest'

  test('an arrest shows when somebody told them, and is only counted until then', () => {
    expect(toldNews(news, [{ rule: 'VC09-2020', subject }])).toEqual({ shown: [news[1]], waiting: 1 })
    expect(toldNews(news, [])).toEqual({ shown: news, waiting: 0 })
  })

  test('what is owed by doing and not by telling holds nothing back; nor does what something else started', () => {
    expect(toldNews(news, [{ rule: 'VC30-2020', subject }]).waiting).toBe(0)
    expect(toldNews(news, [{ rule: 'VC01-2020', subject: 'victim/report' }]).waiting).toBe(0)
  })
})

describe('VCP06: promises', () => {
  const now = '2026-11-23T12:00:00.000Z'

  test('are said once of each sort by the earliest time, the late ones first, those without a time last', () => {
    const open = [
      { rule: 'VC03-2020', due: '2026-11-30T12:00:00.000Z' },
      { rule: 'VC09-2020', due: '2026-11-24T12:00:00.000Z' },
      { rule: 'VC15-2020-E', due: '2026-11-22T12:00:00.000Z' },
      { rule: 'VC33-2020', due: null },
    ]
    expect(promisesOf(open, now)).toEqual([
      { key: 'news', due: '2026-11-22T12:00:00.000Z', late: true },
      { key: 'steps', due: '2026-11-30T12:00:00.000Z', late: false },
      { key: 'offer', due: null, late: false },
    ])
  })

  test('are none for what is our own work, or their time to act', () => {
    const none = RULE_CODES.filter((code) => promisesOf([{ rule: `${code}-2020`, due: null }], now).length === 0)
    expect(none).toEqual(['VC02', 'VC05', 'VC18'])
    expect(promisesOf([{ rule: 'TST-01', due: null }], now)).toEqual([])
  })

  test('that is due at this very moment is not late yet', () => {
    expect(promisesOf([{ rule: 'VC07-2020', due: now }], now)).toMatchObject([{ late: false }])
  })
})
