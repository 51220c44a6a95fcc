import { describe, expect, test } from 'vitest'
import { dutyRules } from '#kernel/duties/registry.ts'
import { dutyRuleCode, dutyRulesOfVictims, readDutyRuleCode } from './duty-rules.ts'
import { shortClock } from './testing.ts'
import { RULE_CODES, type Limits } from './victim-rule.ts'
import { VICTIM_RULES, victimRule } from './victim-rules.ts'

const pair = (limits: Limits | undefined) =>
  limits === undefined ? 'not in it' : `${shortClock(limits.standard.clock)} / ${shortClock(limits.enhanced.clock)}`

/** Standard / enhanced: in the code of 2015, in that of 2020; who owes it; the right of 2020. */
const TABLE = [
  ['VC01', '5 WD / 5 WD', '5 WD / 5 WD', 'police', 3],
  ['VC02', '24 h / 24 h', '24 h / 24 h', 'police', 2],
  ['VC03', '5 WD / 5 WD', '5 WD / 5 WD', 'police', 3],
  ['VC04', 'same day / same day', 'same day / same day', 'police', 4],
  ['VC05', 'at once / at once', 'at once / at once', 'police', 4],
  ['VC06', '2 WD / 2 WD', '2 WD / 2 WD', 'police', 4],
  ['VC07', '28 d / 28 d', '28 d / 28 d', 'police', 6],
  ['VC08', '5 WD / 5 WD', '5 WD / 1 WD', 'police', 6],
  ['VC09', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC10', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC11', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC12', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC13', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC14', 'not in it', '5 WD / 1 WD', 'police', 6],
  ['VC15', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC16', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC17', '5 WD / 1 WD', '5 WD / 1 WD', 'cps', 6],
  ['VC18', '3 m / 3 m', '3 m / 3 m', 'victim', 6],
  ['VC19', '10 WD / 10 WD', '10 WD / 10 WD', 'police', 6],
  ['VC20', '30 WD / 30 WD', '30 WD / 30 WD', 'police', 6],
  ['VC21', '5 WD / 1 WD', '1 WD / 1 WD', 'witness-care', 8],
  ['VC22', '1 WD / 1 WD', '1 WD / 1 WD', 'witness-care', 8],
  ['VC23', '5 WD / 1 WD', '5 WD / 1 WD', 'witness-care', 8],
  ['VC24', '5 WD / 1 WD', '5 WD / 1 WD', 'witness-care', 8],
  ['VC25', '5 WD / 1 WD', '5 WD / 1 WD', 'witness-care', 8],
  ['VC26', '1 WD / 1 WD', '1 WD / 1 WD', 'witness-care', 8],
  ['VC27', '10 WD / 5 WD', '10 WD / 5 WD', 'witness-care', 8],
  ['VC28', '1 WD / 1 WD', '1 WD / 1 WD', 'witness-care', 9],
  ['VC29', '5 WD / 1 WD', '5 WD / 1 WD', 'witness-care', 9],
  ['VC30', 'same day / same day', 'same day / same day', 'police', 7],
  ['VC31', 'before it / before it', 'before it / before it', 'police', 7],
  ['VC32', 'same day / same day', 'same day / same day', 'police', 7],
  ['VC33', 'no limit / no limit', 'no limit / no limit', 'police', 3],
  ['VC34', 'no limit / no limit', 'no limit / no limit', 'police', 5],
  ['VC35', '10 WD / 10 WD', '10 WD / 10 WD', 'cps', 10],
  ['VC36', 'not in it', '5 WD / 5 WD', 'police', 10],
  ['VC37', '10 WD / 10 WD', '10 WD / 10 WD', 'witness-care', 11],
  ['VC38', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
  ['VC39', '10 WD / 10 WD', '10 WD / 10 WD', 'any-provider', 12],
  ['VC40', '5 WD / 1 WD', '5 WD / 1 WD', 'any-provider', 4],
  ['VC41', 'at once / at once', 'at once / at once', 'police', 4],
  ['VC42', 'not in it', '1 WD / 1 WD', 'cps', 9],
  ['VC43', 'at once / at once', 'at once / at once', 'police', 11],
  ['VC44', '5 WD / 1 WD', '5 WD / 1 WD', 'police', 6],
]

describe('The 44 rules', () => {
  test('are 42 of a code, one of the recording standard, one of a force for itself', () => {
    expect(VICTIM_RULES.map(({ code }) => code)).toEqual(RULE_CODES)
    expect(VICTIM_RULES).toHaveLength(44)
    expect(VICTIM_RULES.filter(({ of }) => of === 'code')).toHaveLength(42)
    expect(VICTIM_RULES.filter(({ of }) => of === 'recording-standard').map(({ code }) => code)).toEqual(['VC02'])
    expect(VICTIM_RULES.filter(({ of }) => of === 'local-standard').map(({ code }) => code)).toEqual(['VC44'])
  })

  test('have these limits under each code, who owes them and which right they are of', () => {
    expect(
      VICTIM_RULES.map(({ code, limits, by, right }) => [
        code,
        pair(limits['2015']),
        pair(limits['2020']),
        by[0],
        right,
      ]),
    ).toEqual(TABLE)
  })

  test('carry how sure they are: what was seen, what was not checked, what no source gives', () => {
    const marked = (mark: string) => VICTIM_RULES.filter((rule) => rule.mark === mark).map(({ code }) => code)
    expect(marked('unverified')).toEqual(
      'VC01 VC04 VC08 VC16 VC27 VC29 VC30 VC34 VC36 VC37 VC38 VC39 VC42 VC43'.split(' '),
    )
    expect(marked('default')).toEqual([])
    const ours = VICTIM_RULES.filter(({ limits }) => limits['2020']?.standard.mark === 'default')
    expect(ours.map(({ code }) => code)).toEqual(['VC01', 'VC04', 'VC27', 'VC30', 'VC32', 'VC40', 'VC42'])
    expect(victimRule('VC21').limits['2015']?.standard.mark).toBe('unverified')
    expect(victimRule('VC21').limits['2020']?.standard.mark).toBe('seen')
  })
})

describe('Their duty rules', () => {
  const all = dutyRulesOfVictims()

  test('are taken by the registry, in pairs of standard and enhanced, under both codes', () => {
    const held = dutyRules(all)
    // 38 in both codes, 3 in the later one only, 2 standards; rhythms of VC07, appeals, first contacts of probation.
    expect(held.all).toHaveLength(38 * 4 + 3 * 2 + 2 * 4 + 4 * 4 + 4 + 4)
    for (const { code, from, to } of all) {
      expect(from).toBe(code.includes('-2015') ? '2015-11-16' : '2021-04-01')
      expect(to).toBeNull()
      const parts = readDutyRuleCode(code)
      if (parts === null) throw new Error(`${code} cannot be read`)
      const { rule, code: of, variant } = parts
      expect(dutyRuleCode(rule, of, parts.enhanced, variant)).toBe(code)
      expect(held.find(dutyRuleCode(rule, of, !parts.enhanced, variant), from)).toBeDefined()
    }
  })

  test('say in their code what they are; codes that name no duty are refused', () => {
    expect(dutyRuleCode('VC09', '2020', true)).toBe('VC09-2020-E')
    expect(dutyRuleCode('VC07', '2015', false, 'D14')).toBe('VC07-2015-D14')
    expect(readDutyRuleCode('VC29-2020-E-CC')).toEqual({ rule: 'VC29', code: '2020', enhanced: true, variant: 'CC' })
    for (const wrong of [
      'VC14-2015',
      'VC18-2020',
      'VC45-2020',
      'VC09-2006',
      'VC09-2020-CC',
      'VC07-2020-D9',
      'VC09',
      'INS-02',
    ])
      expect(readDutyRuleCode(wrong)).toBeNull()
    expect(() => dutyRuleCode('VC14', '2015', false)).toThrow(RangeError)
    expect(() => dutyRuleCode('VC18', '2020', false)).toThrow(RangeError)
  })

  test('show the weaker mark, and say where a limit is a setting of ours', () => {
    const held = (code: string) => all.find((rule) => rule.code === code)
    expect(held('VC09-2020-E')).toMatchObject({ mark: 'seen', authority: 'Victims’ Code of 2020, right 6' })
    expect(held('VC01-2015')).toMatchObject({
      mark: 'default',
      authority: 'Victims’ Code of 2015; the limit is a setting of this project',
    })
    expect(held('VC21-2015')?.mark).toBe('unverified')
    expect(held('VC02-2015')?.authority).toBe('National crime recording standard')
    expect(held('VC29-2020-CC')?.startsWhen).toBe('an appeal to the Crown Court was lodged or decided')
  })

  test('are met by hand only where no contact and no act of ours meets them, and wait where there is no safe contact', () => {
    const codes = (holds: (rule: (typeof all)[number]) => boolean) =>
      new Set(all.filter(holds).map(({ code }) => code.slice(0, 4)))
    expect(codes(({ metByHand }) => metByHand.length > 0)).toEqual(new Set(['VC02', 'VC35', 'VC36', 'VC37', 'VC41']))
    expect(codes(({ pausedFor }) => pausedFor.length === 0)).toEqual(
      new Set(['VC02', 'VC05', 'VC06', 'VC35', 'VC37', 'VC41', 'VC43']),
    )
    expect(codes(({ waivedFrom }) => waivedFrom === null)).toEqual(new Set(['VC02', 'VC41', 'VC43']))
  })
})
