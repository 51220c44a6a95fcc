import { addDays, type CivilDate } from '#calculations/calendar/civil-date.ts'
import type { Act, Stage } from '#kernel/stage.ts'
import { isCourtEvent } from '#kernel/victims-code/events.ts'
import { addVictim } from '../commands/add-victim.ts'
import { assessVictim } from '../commands/assess-victim.ts'
import { logContact } from '../commands/log-contact.ts'
import { logCourtEvent } from '../commands/log-court-event.ts'
import { logEvent } from '../commands/log-event.ts'
import { noSafeContact } from '../commands/no-safe-contact.ts'
import { referVictim } from '../commands/refer.ts'
import { isForReviewer, isRightStep, playRight, type Asked, type RightStep } from './right-steps.ts'
import { setPage } from '../own-page/commands/set-page.ts'
import { setWishes } from '../commands/set-wishes.ts'
import { STORIES, type Step, type VictimStory } from './words.ts'

const OFFICER = 'neighbourhood-officer'
const WITNESS_CARE = 'witness-care-officer'
const REVIEWER = 'area-commander'

/** Victims of crimes of a town: told in time, late or not yet, and one whom there is no safe way to reach. */
export async function playVictims(stage: Stage): Promise<void> {
  await stage.act({ key: 'victims: own pages', as: REVIEWER, daysBefore: 60, hour: 8 }, setPage, {
    from: addDays(stage.asOf, -60),
    what: 'messages',
    phone: '101',
    source: 'Victims’ policy of the force, section 4',
  })
  const left = [...stage.crimes]
  for (const story of STORIES) {
    const at = left.findIndex(
      (crime) => crime.isOrganisation === (story.standing === 'business') && crime.daysBefore >= story.began,
    )
    const [crime] = at === -1 ? [] : left.splice(at, 1)
    if (crime !== undefined) await playVictim(stage, story, crime)
  }
}

async function playVictim(
  stage: Stage,
  story: VictimStory,
  { occurrence, party }: Stage['crimes'][number],
): Promise<void> {
  const on = (after: number, what: string, hour: number, as = story.with ?? OFFICER): Act => ({
    key: `victim ${story.name}: ${what}`,
    as,
    daysBefore: Math.max(0, story.began - after),
    hour,
  })
  const { id } = await stage.act(on(0, 'add', 8), addVictim, {
    crime: `/prevent/occurrences/${occurrence}`,
    standing: story.standing,
    who: String(party),
  })
  let version = 1
  const asked: Asked = {}
  for (const [number, step] of story.steps.entries()) {
    const as = whoDoes(step, story)
    const act = on(step.after, `${step.do} ${number}`, Math.min(20, 9 + number), as)
    if (isRightStep(step)) await playRight(stage, act, step, { id, version, asked })
    else await playStep(stage, act, step, { id, version, occurrence })
    if (step.do !== 'event') version += 1
  }
}

/** Courts do not sit at the weekend: the Monday after. */
function courtDay(date: CivilDate): CivilDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, { 0: 1, 6: 2 }[day] ?? 0)
}

const COURTS = ['VC21', 'VC22', 'VC26', 'VC28']

function whoDoes(step: Step, story: VictimStory): string {
  if (isForReviewer(step)) return REVIEWER
  return isForWitnessCare(step) ? WITNESS_CARE : (story.with ?? OFFICER)
}

function isForWitnessCare(step: Step): boolean {
  if (step.do === 'event') return isCourtEvent(step.kind)
  return step.do === 'contact' && step.met.some((code) => COURTS.includes(code))
}

async function playStep(
  stage: Stage,
  act: Act,
  step: Exclude<Step, RightStep>,
  { occurrence, ...seen }: { readonly id: string; readonly version: number; readonly occurrence: number },
): Promise<void> {
  switch (step.do) {
    case 'event': {
      const happenedOn = addDays(stage.asOf, -act.daysBefore)
      // An hour before it is logged.
      const happenedTime = `${String((act.hour ?? 10) - 1).padStart(2, '0')}:00`
      const { kind, details = null } = step
      const of = { happenedOn, happenedTime, details }
      if (!isCourtEvent(kind)) await stage.act(act, logEvent, { ...of, id: seen.id, kind })
      else {
        const courtOn = step.courtIn === undefined ? null : courtDay(addDays(stage.asOf, step.courtIn - act.daysBefore))
        const crime = `/prevent/occurrences/${occurrence}`
        await stage.act(act, logCourtEvent, {
          ...of,
          crime,
          kind,
          courtOn,
          courtTime: courtOn === null ? null : '10:00',
        })
      }
      return
    }
    case 'wishes': {
      const { way, times, language = null, notToTell = null } = step
      await stage.act(act, setWishes, { ...seen, way, times, language, notToTell, every: '28', updates: 'yes' })
      return
    }
    case 'contact': {
      const owed = [...(await stage.owed(seen.id))]
      const duties = owed.flatMap(([rule, duty]) => (step.met.some((code) => rule.startsWith(code)) ? [duty] : []))
      const { result, way, words } = step
      await stage.act(act, logContact, { ...seen, result, way, words, duties })
      return
    }
    case 'assess':
      await stage.act(act, assessVictim, { ...seen, needs: step.needs, reasons: [...step.reasons] })
      return
    case 'refer':
      await stage.act(act, referVictim, {
        ...seen,
        what: 'sent',
        consent: true,
        service: 'Victims First',
        words: 'Their details were sent',
      })
      return
    case 'unsafe':
      await stage.act(act, noSafeContact, { ...seen, reason: step.reason })
  }
}
