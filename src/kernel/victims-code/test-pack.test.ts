import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import { standardHolidays } from '#calculations/calendar/holidays.ts'
import type { Clock } from '#calculations/clocks/clock.ts'
import { dueAt } from '#calculations/clocks/due-of.ts'
import { dutyRules } from '#kernel/duties/registry.ts'
import { earliestDue, type Limit as BindingLimit } from '#kernel/duties/times.ts'
import { codeInForce, type CodeVersion } from './code-in-force.ts'
import { dutyRulesOfVictims, readDutyRuleCode } from './duty-rules.ts'
import { CASE_EVENTS, type CaseEventKind } from './events.ts'
import { CRIME_FLAGS, isEnhanced, UPDATE_DAYS, type CrimeFlag, type VictimFacts } from './facts.ts'
import { changeOfCategory } from './rules/vic02-category-change.ts'
import { rulesStartedBy, variantOfDays } from './started-by.ts'
import { RULE_CODES, STANDINGS, type Limits, type RuleCode, type Standing, type VariantKey } from './victim-rule.ts'
import { VICTIM_RULES, victimRule } from './victim-rules.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = join(root, 'docs/packs/victims-code')
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')

const marks = z.enum(['seen', 'unverified', 'default'])
const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes')
const moment = z.iso.datetime({ offset: true }).refine((text) => !text.endsWith('Z'), 'In London time')
const listOf = <Schema extends z.ZodType<unknown, string>>(part: Schema) =>
  z
    .string()
    .transform((text) => (text === '' ? [] : text.split('; ')))
    .pipe(z.array(part))

/** The columns of the pack, as its page tells of them. */
const caseSchema = z
  .strictObject({
    id: z.string().regex(/^VC\d\d-(2015|2020|none)-[a-z-]+-\d+$/),
    topic: z.enum(
      [
        ['each-rule', 'which-code', 'calendar', 'category', 'no-safe-contact'] as const,
        ['not-owed', 'standing', 'receipt', 'before-sentence'] as const,
      ].flat(),
    ),
    rule: z.enum(RULE_CODES),
    part: z.enum(['', 'first-contact', 'crown-court']),
    reported_at: moment,
    standing: z.enum(Object.keys(STANDINGS) as Standing[]),
    rights: z.enum(['standard', 'enhanced']),
    rights_changes: listOf(z.string().regex(/^\S+ (standard|enhanced)$/)),
    event: z.enum(Object.keys(CASE_EVENTS) as CaseEventKind[]),
    happened_at: moment,
    received_at: z.union([z.literal(''), moment]),
    sentence_at: z.union([z.literal(''), moment]),
    update_every_days: z.coerce.number().pipe(z.literal(UPDATE_DAYS)),
    flags: listOf(z.enum(Object.keys(CRIME_FLAGS) as CrimeFlag[])),
    objects_to_referral: yesNo,
    loss_or_injury: yesNo,
    local_standard: yesNo,
    no_safe_contact: listOf(z.string().regex(/^[^/]+\/[^/]*$/)),
    code: z.enum(['2015', '2020', '']),
    answer: z.enum(['by-time', 'at-once', 'no-limit', 'no-date-yet', 'paused', 'not-owed']),
    due_at: z.union([z.literal(''), moment]),
    mark_owed: marks,
    mark_limit: marks,
    rests_on: listOf(z.enum(['after-hours', 'which-code', 'category-change', 'no-safe-contact', 'referral-consent'])),
    why: z.string().min(10).regex(/\.$/),
  })
  .refine(({ answer, due_at: due }) => (answer === 'by-time') === (due !== ''), 'A time where one is due')
type PackCase = z.infer<typeof caseSchema>

const records = parse<Record<string, string>>(textOf('cases.csv'), { columns: true })
const cases = z.array(caseSchema).parse(records)
const holidays = parse<Record<string, string>>(textOf('bank-holidays.csv'), { columns: true })

interface Answer {
  readonly answer: PackCase['answer']
  readonly due_at: string
}
const NOT_OWED: Answer = { answer: 'not-owed', due_at: '' }
const RULES = dutyRules(dutyRulesOfVictims())
const ruleOf = (code: string) => {
  const rule = RULES.all.find((one) => one.code === code)
  if (rule === undefined) throw new Error(`No duty rule ${code}`)
  return rule
}

/** What the program itself says of a case. */
function answerOf(one: PackCase): Answer {
  const code = codeInForce(londonDateAt(new Date(one.reported_at)))
  if (code === null) return NOT_OWED
  return one.rule === 'VC18' ? timeToAsk(one, code) : dutyOf(one, code)
}

/** The victim's own time is no duty, and is reckoned from its limit. */
function timeToAsk({ rule, rights, happened_at: from }: PackCase, code: CodeVersion): Answer {
  const limits = victimRule(rule).limits[code]
  if (limits === undefined) return NOT_OWED
  const { clock } = limits[rights]
  return said(clock, dueAt(clock, new Date(from), standardHolidays))
}

function dutyOf(one: PackCase, code: CodeVersion): Answer {
  const started = rulesStartedBy(one.event, code, factsOf(one)).find(
    ({ rule, dutyRule }) => rule.code === one.rule && partOf(readDutyRuleCode(dutyRule)?.variant) === one.part,
  )
  if (started === undefined) return NOT_OWED
  const countsFrom = {
    event: new Date(one.happened_at),
    receipt: new Date(one.received_at === '' ? one.happened_at : one.received_at),
    sentence: one.sentence_at === '' ? null : new Date(one.sentence_at),
  }[started.countsFrom]
  let open = { dutyRule: started.dutyRule, countsFrom }
  const limits: BindingLimit[] = [{ rule: ruleOf(open.dutyRule), countsFrom }]
  for (const change of one.rights_changes) {
    const [at = '', rights] = change.split(' ')
    const enhanced = isEnhanced({ enhanced: rights === 'enhanced', standing: one.standing })
    const next = changeOfCategory(open, { enhanced, changedAt: new Date(at) })
    if (next === null) continue
    limits.push({ rule: ruleOf(next.dutyRule), countsFrom: next.countsFrom })
    open = next
  }
  const { clock, pausedFor } = ruleOf(open.dutyRule)
  const pauses = pausedFor.includes('No safe contact') ? pausesOf(one) : []
  return said(clock, earliestDue(limits, pauses, standardHolidays)?.getTime() ?? null, open.countsFrom)
}

function said(clock: Clock, due: number | null, countsFrom: Date | null = new Date(0)): Answer {
  if (due !== null) return { answer: 'by-time', due_at: new Date(due).toISOString() }
  if (clock.kind === 'none') return { answer: 'no-limit', due_at: '' }
  if (clock.kind === 'at-once') return { answer: 'at-once', due_at: '' }
  return { answer: countsFrom === null ? 'no-date-yet' : 'paused', due_at: '' }
}

function factsOf(one: PackCase): VictimFacts {
  return {
    standing: one.standing,
    enhanced: one.rights === 'enhanced',
    flags: one.flags,
    objectsToReferral: one.objects_to_referral,
    lossOrInjury: one.loss_or_injury,
    updateEvery: one.update_every_days,
    localStandard: one.local_standard,
  }
}

function pausesOf({ no_safe_contact: spans }: PackCase) {
  return spans.map((span) => {
    const [from = '', to = ''] = span.split('/')
    return { from: new Date(from), to: to === '' ? null : new Date(to) }
  })
}

function partOf(variant: VariantKey | null | undefined): PackCase['part'] {
  if (variant === 'FC') return 'first-contact'
  return variant === 'CC' ? 'crown-court' : ''
}

function limitsOf(one: PackCase): Limits | undefined {
  const { limits, variants } = victimRule(one.rule)
  const parts = { '': null, 'first-contact': 'FC', 'crown-court': 'CC' } as const
  const key = one.rule === 'VC07' ? variantOfDays(one.update_every_days) : parts[one.part]
  const of = key === null ? limits : variants.find((variant) => variant.key === key)?.limits
  return of?.[one.code === '2015' ? '2015' : '2020']
}

const asMoment = ({ answer, due_at: due }: Answer): Answer => ({
  answer,
  due_at: due === '' ? '' : new Date(due).toISOString(),
})

describe('The test pack of the Victims’ Code', () => {
  test.each(RULE_CODES)('%s: the program says what each case says', (rule) => {
    const [said, expected] = [answerOf, asMoment].map((of) =>
      cases.filter((one) => one.rule === rule).map((one) => ({ id: one.id, why: one.why, ...asMoment(of(one)) })),
    )
    expect(expected?.length).toBeGreaterThan(0)
    expect(said).toEqual(expected)
  })

  test('says which code governs as the program does', () => {
    const codes = cases.map(({ id, reported_at: at }) => [id, codeInForce(londonDateAt(new Date(at))) ?? ''])
    expect(codes).toEqual(cases.map(({ id, code }) => [id, code]))
  })

  test('has every rule under each code that has it, standard and enhanced, each event and each second clock', () => {
    const seen = new Set(
      cases
        .filter(({ answer }) => answer !== 'not-owed')
        .map((one) =>
          [one.rule, one.code, one.rights, one.part, one.rule === 'VC07' ? one.update_every_days : ''].join(),
        ),
    )
    const wanted = VICTIM_RULES.flatMap((rule) =>
      [rule, ...rule.variants].flatMap((clock) =>
        (['2015', '2020'] as const)
          .filter((code) => clock.limits[code] !== undefined)
          .flatMap((code) =>
            ['standard', 'enhanced'].map((rights) => [rule.code, code, rights, ...keyOf(rule.code, clock)].join()),
          ),
      ),
    )
    expect(wanted.filter((one) => !seen.has(one))).toEqual([])
    const events = new Set(cases.filter(({ answer }) => answer !== 'not-owed').map((one) => `${one.rule} ${one.event}`))
    const started = VICTIM_RULES.flatMap(({ code, startedBy }) => startedBy.map((event) => `${code} ${event}`))
    expect(started.filter((one) => !events.has(one))).toEqual([])
    const left = VICTIM_RULES.filter(({ limits }) => limits['2015'] === undefined).map(({ code }) => code)
    expect(left.filter((rule) => !cases.some((one) => one.rule === rule && one.code === '2015'))).toEqual([])
  })

  test('stands on both sides of what makes days hard, and has every answer, standing and convention', () => {
    const starts = new Set(cases.map((one) => one.happened_at.slice(0, 16)))
    const hard = ['2016-03-24T14:00', '2016-03-29T09:00', '2016-12-23T16:00', '2016-12-28T08:30', '2017-03-24T18:00']
    hard.push('2017-03-27T00:00', '2016-10-28T17:30', '2016-10-31T23:59', '2016-06-03T17:30', '2021-06-04T17:30')
    expect(hard.filter((at) => !starts.has(at))).toEqual([])
    const reports = new Set(cases.map((one) => one.reported_at.slice(0, 10)))
    const days = ['2015-11-15', '2015-11-16', '2021-03-31', '2021-04-01']
    expect(days.filter((day) => !reports.has(day))).toEqual([])
    expect(new Set(cases.map(({ answer }) => answer)).size).toBe(6)
    expect(new Set(cases.map(({ standing }) => standing)).size).toBe(Object.keys(STANDINGS).length)
    const changed = cases.filter(({ rights_changes: changes }) => changes.length > 0)
    expect(new Set(changed.map(({ rights }) => rights)).size).toBe(2)
    expect(changed.some(({ no_safe_contact: pauses }) => pauses.length > 0)).toBe(true)
    expect(new Set(cases.flatMap(({ rests_on: on }) => on)).size).toBe(5)
  })

  test('marks how sure each rule and limit is as the rules do', () => {
    const marked = cases.map((one) => [one.id, one.mark_owed, limitsOf(one) === undefined ? '' : one.mark_limit])
    expect(marked).toEqual(
      cases.map((one) => [one.id, victimRule(one.rule).mark, limitsOf(one)?.[one.rights].mark ?? '']),
    )
  })

  test('names each case once, and goes by the bank holidays that the program goes by', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    const years = [...new Set(holidays.map(({ date = '' }) => Number(date.slice(0, 4))))]
    expect(years).toEqual(Array.from({ length: 11 }, (_, i) => 2015 + i))
    const known = years.flatMap((year) => standardHolidays.ofYear(year).map(({ date }) => date))
    expect(holidays.map(({ date }) => date)).toEqual(known)
  })

  test('has the columns, the events and the conventions that its page tells of', () => {
    const page = textOf('README.md')
    const [, columns = ''] = page.split('## Columns')
    const told = [...(columns.split('## ')[0] ?? '').matchAll(/^\| `([a-z_]+)`/gm)].map(([, name]) => name)
    expect(told).toEqual(Object.keys(records[0] ?? {}))
    const events = [...page.matchAll(/^- `([a-z-]+)`: (.+)$/gm)].map(([, name, words]) => [name, words])
    expect(events).toEqual(Object.entries(CASE_EVENTS).map(([name, { words }]) => [name, words]))
    for (const on of new Set(cases.flatMap((one) => one.rests_on))) expect(page).toContain(`| \`${on}\` `)
  })
})

function keyOf(rule: RuleCode, clock: object): readonly string[] {
  const key = 'key' in clock ? String(clock.key) : ''
  if (rule === 'VC07') return ['', key === '' ? '28' : key.slice(1)]
  return [partOf(key === 'FC' || key === 'CC' ? key : null), '']
}

describe('Setting another system’s answers beside the pack', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'pack-'))
  })
  afterAll(() => {
    rmSync(dir, { recursive: true })
  })
  function compare(answers: readonly (Answer & { readonly id: string })[], ...more: string[]) {
    const file = join(dir, 'answers.csv')
    writeFileSync(
      file,
      ['id,answer,due_at', ...answers.map((one) => `${one.id},${one.answer},${one.due_at}`), ''].join('\n'),
    )
    const run = spawnSync(process.execPath, [join(root, 'scripts/compare-victims-pack.mjs'), file, ...more], {
      encoding: 'utf8',
    })
    return { code: run.status, out: run.stdout, error: run.stderr }
  }
  const ours = cases.map((one) => ({ id: one.id, ...answerOf(one) }))

  test('finds no difference to what the program says', () => {
    const same = `${cases.length} cases: ${cases.length} the same, 0 not.\n`
    expect(compare(ours)).toEqual({ code: 0, out: same, error: '' })
  })

  test('lists a time that differs and a case without an answer, each with the reason', () => {
    const [first, ...others] = ours.filter(({ id }) => id.startsWith('VC09-2015-each'))
    if (first === undefined) throw new Error('The pack has this case')
    const { code, out } = compare(
      [{ ...first, due_at: '2016-06-15T23:59:59+01:00' }, ...others.slice(1)],
      '--only',
      'VC09-2015-each',
    )
    expect(code).toBe(1)
    expect(out).toContain(
      'VC09-2015-each-rule-1: says by-time 2016-06-15T23:59:59+01:00, and the pack says by-time 2016-06-14T23:59:59+01:00. 5 working days.',
    )
    expect(out).toContain('VC09-2015-each-rule-2: not answered')
    expect(out).toContain(`${others.length + 1} cases: ${others.length - 1} the same, 2 not.`)
  })

  test.each([
    ['a case that is not in it', { id: 'VC99', answer: 'at-once', due_at: '' }, 'line 2: the pack has no case “VC99”'],
    [
      'a time without its zone',
      { id: 'VC09-2015-each-rule-1', answer: 'by-time', due_at: '2016-06-14T23:59:59' },
      'no time with its distance from UTC',
    ],
  ] as const)('refuses %s, with the line', (_, answer, words) => {
    const { code, error } = compare([answer])
    expect(code).toBe(2)
    expect(error).toContain(words)
  })
})
