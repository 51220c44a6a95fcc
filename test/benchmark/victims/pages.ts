import { addMonths, getCivilMonth } from '#calculations/calendar/civil-month.ts'
import { londonDateAt } from '#calculations/calendar/civil-date.ts'
import type { SignedIn } from '../../service/installation.ts'
import type { Service } from '../../service/service.ts'
import type { PersonaName } from '../../world/personas.ts'
import { figure, percentile, type Figure } from '../figure.ts'
import { loadEach, type PathOf } from '../load.ts'
import type { ManyVictims } from './many-victims.ts'

const SECONDS = Number(process.env['VICTIM_SECONDS'] ?? 3)
/** A server has served each of its pages many times: so long is each asked for before it is measured. */
const WARM_SECONDS = 5
/** Four: as many at a time as a force has on average. */
const AT_A_TIME = [4, 16]

/** Who looks at the force's year in a benchmark, each signed in. */
export const LOOKERS = [
  'sergeantA',
  'commanderA',
  'chief',
  'analyst',
  'reviewer',
] as const satisfies readonly PersonaName[]

interface Asked {
  readonly name: string
  readonly as: (typeof LOOKERS)[number]
  readonly path: PathOf
}

export function pagesOf({ own, team, area }: ManyVictims, now: Date): readonly Asked[] {
  const month = addMonths(getCivilMonth(londonDateAt(now).slice(0, 7)), -1)
  const page = (name: string, as: Asked['as'], path: string): Asked => ({ name, as, path: () => path })
  const C = '/victims/compliance'
  return [
    page('Compliance, the last month', 'chief', C),
    page('Compliance, twelve months', 'chief', `${C}?period=12`),
    page('Compliance, the rules of a right', 'analyst', `${C}?period=12&right=6`),
    page('Compliance of a policing area', 'commanderA', `${C}?period=12&area=${area}`),
    page('Compliance of a team', 'sergeantA', `${C}?period=12&unit=${team}`),
    page('Compliance, downloaded', 'analyst', `${C}/export.csv?period=12`),
    page('Compliance, the measure by team', 'chief', '/effectiveness/measures/VC-TIMELY'),
    page('Duties behind a figure of the month', 'chief', `${C}/duties?month=${month}&right=6&side=standard&how=late`),
    page('Duties behind a figure of twelve months', 'chief', `${C}/duties?month=${month}&period=12`),
    page('Duties behind an area’s figure', 'commanderA', `${C}/duties?month=${month}&period=12&area=${area}`),
    page('Duties behind a team’s figure', 'sergeantA', `${C}/duties?month=${month}&period=12&unit=${team}`),
    page('Call-backs', 'sergeantA', `${C}/callbacks`),
    page('Victims, mine', 'sergeantA', '/victims?of=me'),
    page('Victims, mine and my team’s', 'sergeantA', '/victims'),
    page('Victims of my areas', 'commanderA', '/victims?of=area'),
    page('Victims, all in the force', 'chief', '/victims'),
    page('Victims of the force, something overdue', 'chief', '/victims?show=overdue'),
    page('Victims of the force, something due soon', 'chief', '/victims?show=soon'),
    page('Victims of the force, no contact yet', 'chief', '/victims?show=silent'),
    page('Victims of the force, paused', 'chief', '/victims?show=unsafe'),
    page('Victims of the force, page 40', 'chief', '/victims?page=40'),
    page('A team’s work', 'sergeantA', '/victims/team'),
    page('A team’s work, of an area’s commander', 'commanderA', '/victims/team'),
    page('Courts and victims', 'reviewer', '/victims/court'),
    { name: 'Page of a victim', as: 'sergeantA', path: (n) => `/victims/${own[n % own.length] ?? ''}` },
  ]
}

/** Each page, once it is warm, at four and at sixteen at a time, one after the other. */
export async function measurePages(
  service: Service,
  signedIn: readonly SignedIn[],
  made: ManyVictims,
  only = '',
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, as, path } of pagesOf(made, new Date()).filter((one) => one.name.includes(only))) {
    const cookie = signedIn.find(({ persona }) => persona === as)?.cookie ?? ''
    await loadEach(service.origin, path, WARM_SECONDS, cookie, Math.max(...AT_A_TIME))
    for (const connections of AT_A_TIME) {
      const times = await loadEach(service.origin, path, SECONDS, cookie, connections)
      figures.push(
        figure({
          part: 'victims',
          name: `${name}, ${connections} at a time, p95`,
          value: percentile(times, 0.95),
          unit: 'ms',
          aim: { words: 'under 150 ms', atMost: 150 },
          rows: made.duties,
          role: `${as}, fp_staff`,
          storeBytes: made.bytes,
          note: `p50 ${percentile(times, 0.5).toFixed(0)} ms of ${times.length}; signed in, without pause, audited`,
        }),
      )
      console.error(
        `${name}, ${connections}: p50 ${percentile(times, 0.5).toFixed(0)}, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
      )
    }
  }
  return figures
}
