import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The title, pillar and page heading that every report of 2016 opens with. */
export const OPENING = [
  'Barsetshire PEEL 2016',
  'Effectiveness',
  'How effective is the force at keeping the county safe and reducing its crime?',
] as const

export const HEADINGS = {
  prevent: 'How effective is the force at preventing crime and anti-social behaviour in town and country?',
  investigate: 'How effective is the force at investigating crimes and reducing reoffending?',
  protect: 'How effective is the force at protecting vulnerable people, and helping its victims?',
  organised: 'How effective is the force at tackling organised and serious crime?',
  specialist: 'How effective are the specialist capabilities of the force?',
} as const

/** A report of 2016 with these lines under its second question. */
export function reportWith(...lines: readonly string[]): string {
  return [...OPENING, HEADINGS.investigate, ...lines].join('\n')
}

/** A whole report in the layout of 2016, made up: narrative, then bullets; five questions with 1, 2, 0, 1 and 0. */
export const WHOLE_REPORT = [
  ...OPENING,
  HEADINGS.prevent,
  'The force is good at keeping order on market days. It writes down what works.',
  'However, it should tell its neighbours about it.',
  'Areas for improvement',
  '- The force should write a plan for every fair, and look at it again when the fair is over.',
  HEADINGS.investigate,
  'Barsetshire Police answers most letters in a week. Some files wait for months, which is too long.',
  'Areas for improvement',
  '- The force should count the files that wait.',
  '- The force should tell each victim what was done. There should be a day for it.',
  HEADINGS.protect,
  'Officers know whom to ask for. The force should continue to watch how many cases each of them carries.',
  HEADINGS.organised,
  'The force knows the smugglers of its coast.',
  'Area for improvement',
  '- The force should meet the harbour masters every month.',
  HEADINGS.specialist,
  'There are exercises on the moor every spring, and the chief officer attends them.',
] as const

const SHARED = resolve(
  process.env['FRANKPLEDGE_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data'),
  'peel',
)

/** A published text that is kept beside the project and never in it; null where it is absent. */
export function findSharedReport(name: string): string | null {
  const path = join(SHARED, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
