import { addDays } from '#calculations/calendar/civil-date.ts'
import type { PostedThere, Stage } from '#kernel/stage.ts'
import { answerIssue } from '../commands/answer-issue.ts'
import { addKeyIndividual, contactKeyIndividual } from '../commands/key-individuals.ts'
import { logEngagement } from '../commands/log-engagement.ts'
import { makeHandOver } from '../commands/make-hand-over.ts'
import { addPlace } from '../commands/meeting-places.ts'
import { saveProfile } from '../commands/save-profile.ts'
import { ISSUES, KEY_INDIVIDUALS, PLACES, PROFILE, TALKS } from './words.ts'

/** Where the personas work: told in full. */
const TOLD_IN_FULL = 'Reading town centre'
const SERGEANT = 'neighbourhood-sergeant'
const OFFICER = 'neighbourhood-officer'

/**
 * A year of a neighbourhood in full, with answers given, owed and overdue, and groups that nobody heard; of each of the others
 * a talk every few months.
 */
export async function playCommunities(stage: Stage): Promise<void> {
  for (const [index, there] of stage.neighbourhoods.entries())
    if (there.name === TOLD_IN_FULL) await playInFull(stage, there)
    else await playInShort(stage, there, index)
}

interface Talk {
  readonly as: string
  readonly daysBefore: number
  /** Which of the talks and issues it takes its words from. */
  readonly number: number
  /** So many days after, feedback was given; null: still owed. Left out: nobody wants an answer. */
  readonly answeredAfter?: number | null
}

async function talk(stage: Stage, there: PostedThere, { as, daysBefore, number, answeredAfter }: Talk): Promise<void> {
  const said = TALKS[number % TALKS.length]
  const issue = ISSUES[number % ISSUES.length]
  if (said === undefined || issue === undefined) return
  const key = `${there.name} talk ${daysBefore}`
  const { issues } = await stage.act({ key, as, daysBefore, hour: 11 + (number % 8) }, logEngagement, {
    area: there.area,
    kind: said.kind,
    heard: [...said.heard],
    words: said.words,
    reached: said.reached,
    issue1: issue.category,
    issue1Words: issue.words,
    issue1Answer: answeredAfter !== undefined,
  })
  const [raised] = issues
  if (raised === undefined || answeredAfter === undefined || answeredAfter === null) return
  await stage.act({ key: `${key} answered`, as, daysBefore: daysBefore - answeredAfter }, answerIssue, {
    id: raised,
    version: 1,
    how: issue.how,
    answer: issue.answer,
  })
}

async function playInShort(stage: Stage, there: PostedThere, index: number): Promise<void> {
  const { as } = there
  const days = [330, 190, 60 - (index % 20)].filter((day) => day < there.days)
  if (index % 2 === 0 && there.days > 41)
    await stage.act({ key: `${there.name} profile`, as, daysBefore: 40 }, saveProfile, {
      id: there.area,
      version: 0,
      about: `${there.name}: homes, shops and schools, quiet by day and busy in the evening.`,
    })
  for (const [place, daysBefore] of days.entries()) {
    const last = place === days.length - 1
    // Every fifth left its last one unanswered.
    const answer = last && index % 5 === 0 ? { answeredAfter: null } : last ? { answeredAfter: 12 } : {}
    await talk(stage, there, { as, daysBefore, number: index + place * 3, ...answer })
  }
}

async function playInFull(stage: Stage, there: PostedThere): Promise<void> {
  const { area } = there
  const profile = { id: area, version: 0, ...PROFILE }
  await stage.act({ key: 'town profile', as: SERGEANT, daysBefore: 300 }, saveProfile, profile)
  for (const place of PLACES)
    await stage.act({ key: `town place ${place.name}`, as: SERGEANT, daysBefore: 298 }, addPlace, {
      area,
      ...place,
      groups: [...place.groups],
    })
  for (const [number, one] of KEY_INDIVIDUALS.entries()) {
    const party = stage.organisations(one.of)[0]
    if (party === undefined) continue
    const daysBefore = 240 - number * 10
    const { id } = await stage.act({ key: `town individual ${number}`, as: OFFICER, daysBefore }, addKeyIndividual, {
      area,
      who: String(party),
      role: one.role,
      purpose: one.purpose,
      agreedOn: addDays(stage.asOf, -daysBefore),
      reviewOn: addDays(stage.asOf, one.reviewIn),
    })
    for (const [version, day] of one.talks.entries())
      await stage.act({ key: `town individual ${number} ${day}`, as: OFFICER, daysBefore: day }, contactKeyIndividual, {
        id,
        version: version + 1,
        words: one.purpose,
      })
  }
  for (let number = 0; number < 22; number += 1) {
    const daysBefore = 340 - number * 15
    const as = number % 3 === 0 || daysBefore > 240 ? SERGEANT : OFFICER
    // One overdue, two in time, every other one answered.
    const answer = number === 19 || number === 20 || number === 21 ? null : number % 2 === 0 ? 9 : undefined
    await talk(stage, there, { as, daysBefore, number, ...(answer !== undefined && { answeredAfter: answer }) })
  }
  await stage.act({ key: 'town hand-over', as: SERGEANT, daysBefore: 2 }, makeHandOver, {
    area,
    receiver: stage.account(OFFICER),
    note: 'The market traders want to hear about the lighting behind the station before Christmas. Take time at the hostel: people there talk after ten.',
  })
}
