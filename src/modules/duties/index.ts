import { HOLIDAYS_CHANGED, recomputeDutiesJob } from '#kernel/duties/recompute-job.ts'
import type { DutyRules } from '#kernel/duties/registry.ts'
import { tickDutiesJob } from '#kernel/duties/tick-job.ts'
import type { Module } from '#kernel/module.ts'
import { form } from '#kernel/web/view.ts'
import { addHoliday, changeHoliday } from './commands/bank-holiday-acts.ts'
import {
  handOnDutyCommand,
  meetDutyCommand,
  pauseDutyCommand,
  resumeDutyCommand,
  waiveDutyCommand,
} from './commands/duty-acts.ts'
import { timeliness } from './measures/timeliness.ts'
import { addHolidayForm, changeHolidayForm, holidayPage, holidaysPage } from './pages/bank-holidays.tsx'
import { DUTIES, dutiesPage } from './pages/duties.tsx'
import { dutyPage } from './pages/duty.tsx'
import { listHolidays, showHoliday } from './queries/bank-holidays.ts'
import { listDuties } from './queries/list-duties.ts'
import { showDuty } from './queries/show-duty.ts'

export { meetDutyCommand, timeliness }

/** What is owed by a time: by whom, why then, and what became of it. `rules` are those of every module. */
export function dutiesModule(rules: DutyRules): Module {
  const [list, show] = [listDuties(rules), showDuty(rules)]
  const page = dutyPage(show)
  const meet = meetDutyCommand(rules)
  const waive = waiveDutyCommand(rules)
  const pause = pauseDutyCommand(rules)
  const resume = resumeDutyCommand(rules)
  const then =
    (done: string) =>
    ({ id }: { readonly id: string }) =>
      `${DUTIES}/${id}?done=${done}`
  const recompute = recomputeDutiesJob(rules)
  return {
    name: 'duties',
    operations: [list, show, meet, waive, pause, resume, handOnDutyCommand],
    routes: [
      dutiesPage(list),
      page,
      form({ path: `${DUTIES}/:id/meet`, command: meet, page, next: then('met') }),
      form({ path: `${DUTIES}/:id/waive`, command: waive, page, next: then('waived') }),
      form({ path: `${DUTIES}/:id/pause`, command: pause, page, next: then('paused') }),
      form({ path: `${DUTIES}/:id/resume`, command: resume, page, next: then('resumed') }),
      form({ path: `${DUTIES}/:id/hand-on`, command: handOnDutyCommand, page, next: () => `${DUTIES}?done=handed-on` }),
    ],
    navigation: [{ section: 'work', text: 'Duties', href: DUTIES, access: { staff: 'any' } }],
    jobs: [recompute, tickDutiesJob(rules)],
    subscriptions: [{ event: HOLIDAYS_CHANGED, job: recompute }],
    measures: [timeliness],
  }
}

/** The days that do not count: those by rule, and what administrators enter besides. */
export const bankHolidaysModule: Module = {
  name: 'bank-holidays',
  operations: [listHolidays, showHoliday, addHoliday, changeHoliday],
  routes: [holidaysPage, addHolidayForm, holidayPage, changeHolidayForm],
  navigation: [
    {
      section: 'administration',
      text: 'Bank holidays',
      href: '/administration/bank-holidays',
      access: { staff: ['administrator'] },
    },
  ],
  jobs: [],
  subscriptions: [],
}
