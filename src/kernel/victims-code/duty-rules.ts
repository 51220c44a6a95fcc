import type { DutyRule, Escalation } from '#kernel/duties/rule.ts'
import { VICTIMS_CODES, type CodeVersion } from './code-in-force.ts'
import { startsWhenOf } from './events.ts'
import { VICTIM_RULES, victimRule } from './victim-rules.ts'
import {
  RULE_CODES,
  VARIANT_KEYS,
  type Limits,
  type RuleCode,
  type Variant,
  type VariantKey,
  type VictimRule,
} from './victim-rule.ts'

/** What a duty rule’s code says. */
export interface DutyRuleParts {
  readonly rule: RuleCode
  readonly code: CodeVersion
  readonly enhanced: boolean
  readonly variant: VariantKey | null
}

/**
 * The public code of a duty rule: `VC09-2020`, `VC09-2020-E` where rights are enhanced, `VC07-2020-E-D14` for a variant. Throws
 * RangeError where that code has no such duty: VC14 of 2015, or VC18, which is the victim’s own time.
 */
export function dutyRuleCode(
  rule: RuleCode,
  code: CodeVersion,
  enhanced: boolean,
  variant: VariantKey | null = null,
): string {
  const made = [rule, code, ...(enhanced ? ['E'] : []), ...(variant === null ? [] : [variant])].join('-')
  if (readDutyRuleCode(made) === null) throw new RangeError(`There is no duty ${made}.`)
  return made
}

/** What a duty rule’s code says; null where it is none of these. */
export function readDutyRuleCode(text: string): DutyRuleParts | null {
  const [, head, year, enhanced, tail] = /^(VC\d\d)-(2015|2020)(-E)?(?:-([A-Z0-9]+))?$/.exec(text) ?? []
  const rule = RULE_CODES.find((one) => one === head)
  const variant = VARIANT_KEYS.find((one) => one === tail) ?? null
  if (rule === undefined || (tail !== undefined && variant === null)) return null
  const code = year === '2015' ? '2015' : '2020'
  return limitsOf(rule, code, variant) === null ? null : { rule, code, enhanced: enhanced !== undefined, variant }
}

function limitsOf(rule: RuleCode, code: CodeVersion, key: VariantKey | null): Limits | null {
  const { window, limits, variants } = victimRule(rule)
  if (window) return null
  const of = key === null ? limits : variants.find((one) => one.key === key)?.limits
  return of?.[code] ?? null
}

/**
 * Every duty rule of the codes, to be declared by a module. The versions of a code are rules of their own and not dated versions
 * of one, since each goes on to govern the crimes that were reported under it; standard and enhanced are too, so that a
 * duty’s rule says which it was.
 */
export function dutyRulesOfVictims(): readonly DutyRule[] {
  return VICTIM_RULES.filter(({ window }) => !window).flatMap((rule) =>
    CODES.flatMap((code) => [null, ...rule.variants].flatMap((variant) => pairOf(rule, code, variant))),
  )
}

const CODES = ['2015', '2020'] as const satisfies readonly CodeVersion[]

function pairOf(rule: VictimRule, code: CodeVersion, variant: Variant | null): readonly DutyRule[] {
  if ((variant ?? rule).limits[code] === undefined) return []
  return [dutyRule(rule, code, false, variant), dutyRule(rule, code, true, variant)]
}

const OURS: readonly Escalation[] = [
  { at: 50, tell: 'owner' },
  { at: 75, tell: 'owner' },
  { at: 100, tell: 'owner' },
  { at: 100, tell: 'supervisor' },
  { at: 150, tell: 'commander' },
]
/** Of what somebody else must do, its owner here hears when it is late. */
const THEIRS: readonly Escalation[] = [
  { at: 100, tell: 'owner' },
  { at: 150, tell: 'supervisor' },
]

/** That a crime is recorded, that somebody in danger is warned: nobody lets that go. */
const NEVER_WAIVED: readonly RuleCode[] = ['VC02', 'VC41', 'VC43']

function dutyRule(rule: VictimRule, code: CodeVersion, enhanced: boolean, variant: Variant | null): DutyRule {
  const { clock, mark } = limitIn((variant ?? rule).limits, code, enhanced)
  const [by] = variant?.by ?? rule.by
  const isOurs = by !== 'cps' && by !== 'probation'
  return {
    code: dutyRuleCode(rule.code, code, enhanced, variant?.key),
    from: VICTIMS_CODES[code].from,
    to: null,
    title: variant?.title ?? rule.title,
    startsWhen: startsWhenOf((variant ?? rule).startedBy),
    authority: authorityOf(rule, code, mark === 'default'),
    mark: weaker(mark, rule.mark),
    began: rule.began,
    clock,
    escalations: isOurs ? OURS : THEIRS,
    metByHand: variant?.metByHand ?? rule.metByHand,
    waivedFrom: NEVER_WAIVED.includes(rule.code) ? null : 'commander',
    pausedFor: rule.waitsForSafeContact ? ['No safe contact'] : [],
  }
}

function limitIn(limits: VictimRule['limits'], code: CodeVersion, enhanced: boolean) {
  const of = limits[code]
  if (of === undefined) throw new RangeError(`It has no limit under the code of ${code}.`)
  return enhanced ? of.enhanced : of.standard
}

/** "Victims’ Code of 2020, right 6". */
function authorityOf(rule: VictimRule, code: CodeVersion, isOurLimit: boolean): string {
  const words = {
    code: `${VICTIMS_CODES[code].words}${code === '2020' ? `, right ${rule.right}` : ''}`,
    'recording-standard': 'National crime recording standard',
    'local-standard': 'A force’s own standard',
  }[rule.of]
  return isOurLimit ? `${words}; the limit is a setting of this project` : words
}

const SURE = ['seen', 'unverified', 'default'] as const

function weaker(one: DutyRule['mark'], other: DutyRule['mark']): DutyRule['mark'] {
  return SURE[Math.max(SURE.indexOf(one), SURE.indexOf(other))] ?? 'default'
}
