import { addDays } from '#calculations/calendar/civil-date.ts'
import type { AreaTeams, Stage } from '#kernel/stage.ts'
import { recordTraining } from '../commands/record-training.ts'

/** Courses in problem-solving, by how many days before the last day they were finished: current, lapsing soon (two years, less a month), lapsed. */
const COURSES = {
  lately: { daysBefore: 45, course: 'Problem-solving, two days at headquarters, certificates seen' },
  lastYear: { daysBefore: 310, course: 'Problem-solving, two days with the council’s officers, certificates seen' },
  twoYears: { daysBefore: 705, course: 'Problem-solving for neighbourhood teams, training records seen' },
  longAgo: { daysBefore: 880, course: 'Introduction to problem-solving, training records seen' },
} as const
type Course = keyof typeof COURSES

/** Of ten people of an area, which course each was on last; null: none. Areas differ, by their place in the list. */
const MIXES: readonly (readonly (Course | null)[])[] = [
  ['lately', 'lastYear', 'lately', 'twoYears', 'lastYear', 'lately', 'longAgo', 'lastYear', 'lately', 'lastYear'],
  ['lastYear', 'longAgo', 'lately', null, 'twoYears', 'lastYear', 'longAgo', 'lately', null, 'lastYear'],
  ['longAgo', null, 'lastYear', 'longAgo', null, 'twoYears', 'longAgo', null, 'longAgo', 'lately'],
  ['lately', 'lately', 'lastYear', 'lately', 'lastYear', null, 'lately', 'lastYear', 'twoYears', 'lately'],
]

/** Two of the personas, so that each has something to do: one is to be trained again, the other has lapsed. */
const PERSONAS: Readonly<Record<string, Course>> = {
  'neighbourhood-sergeant': 'twoYears',
  'neighbourhood-officer': 'longAgo',
}

/**
 * What each policing area’s leader recorded of its neighbourhood teams: everybody of a course at once, some weeks after it, or
 * since the leader came, from the training records.
 */
export async function playTraining(stage: Stage): Promise<void> {
  const set = new Map(Object.entries(PERSONAS).map(([subject, course]) => [stage.account(subject), course]))
  for (const [at, teams] of stage.policingAreas.entries())
    for (const [course, people] of coursesOf(teams, MIXES[at % MIXES.length] ?? [], set)) {
      const { daysBefore, course: words } = COURSES[course]
      await stage.act(
        {
          key: `training ${teams.name} ${course}`,
          as: teams.as,
          daysBefore: Math.max(0, Math.min(daysBefore - 14, teams.days - 1)),
          hour: 11,
        },
        recordTraining,
        {
          competence: 'problem-solving',
          people: [...people],
          gainedOn: addDays(stage.asOf, -daysBefore),
          course: words,
        },
      )
    }
}

function coursesOf(
  { people }: AreaTeams,
  mix: readonly (Course | null)[],
  set: ReadonlyMap<string, Course>,
): ReadonlyMap<Course, readonly [string, ...string[]]> {
  const courses = new Map<Course, [string, ...string[]]>()
  for (const [place, person] of people.entries()) {
    const course = set.get(person) ?? mix[place % mix.length] ?? null
    if (course === null) continue
    const together = courses.get(course)
    if (together === undefined) courses.set(course, [person])
    else together.push(person)
  }
  return courses
}
