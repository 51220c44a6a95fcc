import { addDays } from '#calculations/calendar/civil-date.ts'
import type { Measures } from '#kernel/measures/registry.ts'
import type { Stage } from '#kernel/stage.ts'
import { addStatement, makeJudgement } from '#modules/inspections/index.ts'
import { inviteInspector } from '../visits/invite.ts'

const LEAD = 'inspection-lead'
const CHIEF = 'chief-constable'

/** Question, grade or none, words, who, how many days before. */
const JUDGEMENTS = [
  [
    'E1',
    'Good',
    'Teams know their communities, and most areas work on problems by one method. Whether it held is checked in nine areas of twelve.',
    LEAD,
    120,
  ],
  [
    'E1.2',
    'Good',
    'Anti-social behaviour fell where a plan was looked at again after three months, and not where none was.',
    LEAD,
    110,
  ],
  [
    'E2',
    'Requires improvement',
    'The telephone team still has more work than people. Victims are told of what happens in most cases, not in all.',
    LEAD,
    90,
  ],
  [
    'E4',
    'Good',
    'Profiles of the larger towns are written with partners. Two are out of date, and neighbourhood teams do not all read them.',
    LEAD,
    60,
  ],
  [
    'E1',
    'Requires improvement',
    'I judge it lower than the lead did in the summer: three areas cannot show that what they did held.',
    CHIEF,
    12,
  ],
] as const

/** Question, kind, words, who, how many days before. */
const STATEMENTS = [
  ['E1', 'gap', 'Three areas have no analyst until the new year, so their plans rest on older figures.', LEAD, 45],
  ['E1', 'strength', 'Every neighbourhood team has met its partners each month this year.', LEAD, 80],
  ['E2', 'gap', 'Nobody knows how many devices wait to be examined in local stations.', LEAD, 30],
  ['E3', 'strength', 'Victims of domestic abuse are called back on the same day.', LEAD, 70],
  ['E5', 'gap', 'Two posts of the armed response are not filled on nights.', CHIEF, 5],
] as const

/** What the force judges and says of itself, and an inspector who is asked in over these days. */
export async function playEffectiveness(stage: Stage, measures: Measures): Promise<void> {
  const versions = new Map<string, number>()
  for (const [question, grade, text, as, daysBefore] of JUDGEMENTS) {
    const version = versions.get(question) ?? 0
    const act = { key: `judged ${question} ${version}`, as, daysBefore }
    await stage.act(act, makeJudgement, { question: `PEEL2016/${question}`, grade, text, version })
    versions.set(question, version + 1)
  }
  for (const [question, kind, text, as, daysBefore] of STATEMENTS)
    await stage.act({ key: `stated ${text.slice(0, 40)}`, as, daysBefore }, addStatement, {
      question: `PEEL2016/${question}`,
      kind,
      text,
      marking: question === 'E5' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    })
  await stage.act({ key: 'inspector asked in', as: LEAD, daysBefore: 2 }, inviteInspector(measures), {
    account: stage.account('visiting-inspector'),
    from: addDays(stage.asOf, -2),
    fromTime: '09:00',
    to: addDays(stage.asOf, 10),
    toTime: '17:00',
    purpose: 'A second look at what was found in 2016',
    freeze: true,
  })
}
