import { getCivilDate } from '#calculations/calendar/civil-date.ts'
import { dutyRules } from './registry.ts'
import type { DutyRule } from './rule.ts'

/** A rule made up for tests: five working days, told at half the time, at the end and at one and a half. */
export function anyRule(rule: Partial<DutyRule> = {}): DutyRule {
  return {
    code: 'TST-01',
    from: getCivilDate('2012-01-01'),
    to: null,
    title: 'Tell the victim',
    startsWhen: 'a crime was reported',
    authority: 'made up for tests',
    mark: 'default',
    began: 'Reported',
    clock: { kind: 'working-days', days: 5 },
    escalations: [
      { at: 50, tell: 'owner' },
      { at: 100, tell: 'owner' },
      { at: 100, tell: 'supervisor' },
      { at: 150, tell: 'commander' },
    ],
    metByHand: ['Told by telephone', 'Told in person'],
    waivedFrom: 'commander',
    pausedFor: ['No safe contact'],
    ...rule,
  }
}

/** Rules of several kinds, under the codes TST-01 to TST-05. */
export const testRules = dutyRules([
  anyRule(),
  anyRule({
    code: 'TST-02',
    title: 'Review',
    clock: { kind: 'elapsed-hours', hours: 48 },
    metByHand: [],
    waivedFrom: null,
  }),
  anyRule({ code: 'TST-03', title: 'Tell sooner', clock: { kind: 'working-days', days: 1 } }),
  anyRule({
    code: 'TST-04',
    title: 'Ask for measures',
    clock: { kind: 'before-event', by: { kind: 'working-days', days: 10 } },
  }),
  // Two versions: eight working days until the end of March 2016, five after.
  anyRule({ code: 'TST-05', to: getCivilDate('2016-03-31'), clock: { kind: 'working-days', days: 8 } }),
  anyRule({ code: 'TST-05', from: getCivilDate('2016-04-01') }),
])
