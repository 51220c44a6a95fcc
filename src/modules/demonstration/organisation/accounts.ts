import { shuffle } from '#calculations/random/choices.ts'
import { integerDraw } from '#calculations/random/distributions.ts'
import { createRandom } from '#calculations/random/random.ts'
import { keysOf } from '#platform/edge.ts'
import { DISTRICTS, POLICING_AREAS } from '../geography/districts.ts'
import { slug } from '../geography/place.ts'
import type { SchematicArea } from '../geography/schematic-areas.ts'
import { type AccountPlan, officer, type PostingPlan } from './account-plan.ts'
import { AGENCIES } from './agencies.ts'
import { PERSONA_PLANS } from './personas.ts'
import { SURNAMES } from './surnames.ts'
import { partnerUnit, policingAreaUnit, teamUnit } from './units.ts'

/** Somebody yet without a name: their rank or title, and where they work. */
type Post = Omit<PostingPlan, 'starts' | 'ends'> & { readonly rank: string }

const TITLES = ['Ms', 'Mr', 'Mrs', 'Mx', 'Dr'] as const

/** Everybody in the demonstration, personas first: about 160 people, the same for every seed. */
export function accountPlans(neighbourhoods: readonly SchematicArea[]): AccountPlan[] {
  const random = createRandom('people')
  const filled = new Set(PERSONA_PLANS.flatMap(({ postings }) => postings.map(({ unit, title }) => `${unit} ${title}`)))
  const posts = [...headquarters(), ...commanders(), ...teams(neighbourhoods)].filter(
    ({ unit, title }) => !filled.has(`${unit} ${title}`),
  )
  const names = shuffle(random.split('surnames'), SURNAMES).values()
  const nextName = (): string => {
    const { value } = names.next()
    if (value === undefined) throw new RangeError('There are more posts than surnames')
    return value
  }
  const staff = posts.map(({ rank, ...post }) => {
    const name = `${rank} ${nextName()}`
    return officer(slug(name), name, { ...post, starts: -integerDraw(random, 40, 1500) })
  })
  const partners = partnerPosts().map(({ agency, ...post }, i): AccountPlan => {
    const name = `${TITLES[i % 3] ?? 'Ms'} ${nextName()}`
    const postings = [{ ...post, roles: ['partner' as const], starts: -integerDraw(random, 40, 1200) }]
    return { subject: slug(name), name, principal: 'partner', agency, clearance: 'OFFICIAL', postings }
  })
  return [...PERSONA_PLANS, ...staff, ...partners]
}

function headquarters(): Post[] {
  const wide = { forceWide: true } as const
  const chief = (rank: string, title: string): Post => ({
    rank,
    title,
    unit: 'chief-officers',
    roles: ['chief-officer'],
    ...wide,
  })
  const several = (count: number, post: Post, civilian = false): Post[] =>
    Array.from({ length: count }, (_, i) => ({
      ...post,
      rank: civilian ? (TITLES[i % TITLES.length] ?? 'Ms') : post.rank,
    }))
  return [
    chief('DCC', 'Deputy Chief Constable'),
    chief('ACC', 'Assistant Chief Constable, local policing'),
    chief('ACC', 'Assistant Chief Constable, crime'),
    { rank: 'DI', title: 'Head of intelligence', unit: 'intelligence', roles: ['supervisor'], ...wide },
    ...several(4, { rank: 'Ms', title: 'Analyst', unit: 'intelligence', roles: ['analyst'], ...wide }, true),
    ...several(3, { rank: 'DC', title: 'Intelligence officer', unit: 'intelligence', roles: ['officer'], ...wide }),
    ...several(2, { rank: 'Mr', title: 'Systems administrator', unit: 'ict', roles: ['administrator'], ...wide }, true),
    {
      rank: 'DI',
      title: 'Professional standards',
      unit: 'audit-and-standards',
      roles: ['auditor', 'supervisor'],
      ...wide,
    },
    ...several(
      2,
      { rank: 'Ms', title: 'Audit officer', unit: 'audit-and-standards', roles: ['auditor'], ...wide },
      true,
    ),
    ...several(
      2,
      { rank: 'Mr', title: 'Records officer', unit: 'information-management', roles: ['records-custodian'], ...wide },
      true,
    ),
    { rank: 'DCI', title: 'Head of investigation', unit: 'crime', roles: ['commander', 'supervisor'], ...wide },
    ...several(2, {
      rank: 'DS',
      title: 'Detective sergeant',
      unit: 'crime',
      roles: ['supervisor', 'officer'],
      ...wide,
    }),
    ...several(6, { rank: 'DC', title: 'Detective', unit: 'crime', roles: ['officer'], ...wide }),
  ]
}

function commanders(): Post[] {
  return keysOf(POLICING_AREAS).flatMap((code): Post[] => {
    const unit = policingAreaUnit(code)
    return [
      { rank: 'Supt', title: `Area commander, ${POLICING_AREAS[code]}`, unit, roles: ['commander', 'supervisor'] },
      { rank: 'CI', title: `Deputy area commander, ${POLICING_AREAS[code]}`, unit, roles: ['commander', 'supervisor'] },
    ]
  })
}

function teams(neighbourhoods: readonly SchematicArea[]): Post[] {
  return neighbourhoods.flatMap((area, i): Post[] => {
    const unit = teamUnit(area)
    return [
      { rank: 'PS', title: `Neighbourhood sergeant, ${area.name}`, unit, roles: ['supervisor', 'officer'] },
      { rank: i % 3 === 2 ? 'PCSO' : 'PC', title: `Neighbourhood officer, ${area.name}`, unit, roles: ['officer'] },
    ]
  })
}

function partnerPosts(): { agency: string; unit: string; title: string }[] {
  const title = {
    'local-authority': 'Community safety officer',
    health: 'Safeguarding nurse',
    housing: 'Tenancy manager',
  }
  return AGENCIES.flatMap(({ code, kind, districts }) =>
    kind === 'police-force' || kind === 'other'
      ? []
      : districts.map((district) => ({
          agency: code,
          unit: partnerUnit(code, district),
          title: `${title[kind]}, ${DISTRICTS[district].name}`,
        })),
  )
}
