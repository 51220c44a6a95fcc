import type { Page } from 'playwright-core'

type Look = 'desktop' | 'phone' | 'desktop-night' | 'phone-night'

/** One page of the demonstration, as somebody sees it. */
export interface Shot {
  /** The file's name, before how it is looked at. */
  readonly name: string
  /** What the list says of it. */
  readonly words: string
  /** Who looks, by the subject of their account; null: nobody is signed in. */
  readonly as: string | null
  readonly path: string
  readonly looks: readonly Look[]
  /** What is done on the page first; ends on the page that is wanted. */
  readonly first?: (page: Page) => Promise<unknown>
}

const both = ['desktop', 'phone'] as const

/** Opens the page behind the first link of the first row. */
const openFirstRow = async (page: Page): Promise<void> => {
  const href = await page.locator('main tbody th a').first().getAttribute('href')
  await page.goto(href ?? '/')
}

const openFirstArea = async (page: Page): Promise<void> => {
  const href = await page.locator('#areas tbody th a').first().getAttribute('href')
  await page.goto(href ?? '/')
}

/** Adds a document, and asks who can see it. */
const askWhy = async (page: Page): Promise<void> => {
  await page.getByLabel('Title').fill('Patrol plan for the station')
  await page.getByLabel('The whole force').check()
  const file = { name: 'patrol-plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Two on foot, 18:00 to 23:00.') }
  await page.getByLabel(/^File/).setInputFiles(file)
  await page.getByRole('button', { name: 'Add document' }).click()
  await page.getByRole('link', { name: 'Why can I see this?' }).click()
}

/** Opens the page behind the link with these words. */
const follow =
  (words: RegExp) =>
  async (page: Page): Promise<void> => {
    const href = await page.locator('main').getByRole('link', { name: words }).first().getAttribute('href')
    await page.goto(href ?? '/')
  }

const three = ['desktop', 'phone', 'desktop-night'] as const

export const SHOTS: readonly Shot[] = [
  { name: 'sign-in', words: 'Whom to be in the demonstration', as: null, path: '/sign-in', looks: both },
  {
    name: 'my-work',
    words: 'My work: what waits for an analyst',
    as: 'analyst',
    path: '/',
    looks: ['desktop', 'phone', 'desktop-night'],
  },
  {
    name: 'my-work-owed',
    words: 'My work: what an inspection lead owes, and was told',
    as: 'inspection-lead',
    path: '/',
    looks: both,
  },
  {
    name: 'duties',
    words: 'What is owed, by time left',
    as: 'inspection-lead',
    path: '/work/duties',
    looks: both,
  },
  {
    name: 'duty',
    words: 'Why is it due then, by which rule, and who was told',
    as: 'chief-constable',
    path: '/work/duties?of=area',
    first: follow(/^Look at again/),
    looks: ['desktop'],
  },
  {
    name: 'chief',
    words: 'Safe tonight, and ready for the inspector? The chief constable’s page',
    as: 'chief-constable',
    path: '/effectiveness/chief',
    looks: three,
  },
  {
    name: 'question',
    words: 'One of the five questions: grades, measures, findings, judgement',
    as: 'chief-constable',
    path: '/effectiveness/questions/PEEL2016/E1',
    looks: both,
  },
  {
    name: 'inspection',
    words: 'What a report found, and how each finding stands',
    as: 'inspection-lead',
    path: '/effectiveness/inspections',
    first: follow(/2016/),
    looks: both,
  },
  {
    name: 'finding',
    words: 'One finding: claimed as met against what its measure shows',
    as: 'inspection-lead',
    path: '/effectiveness/findings',
    first: follow(/^Keep every victim/),
    looks: three,
  },
  {
    name: 'prove',
    words: 'Prove it: what a visiting inspector sees',
    as: 'visiting-inspector',
    path: '/effectiveness/prove',
    looks: ['desktop'],
  },
  {
    name: 'levels',
    words: 'How much crime and ASB there is, and where',
    as: 'analyst',
    path: '/prevent/levels',
    looks: ['desktop', 'phone', 'desktop-night'],
  },
  {
    name: 'area',
    words: 'One district: its level, its course, what lies in it',
    as: 'area-commander',
    path: '/prevent/levels?by=local-authority',
    first: openFirstArea,
    looks: ['desktop', 'phone', 'desktop-night'],
  },
  {
    name: 'incidents',
    words: 'The rows behind a number',
    as: 'analyst',
    path: '/prevent/levels/incidents?what=anti-social-behaviour',
    looks: both,
  },
  {
    name: 'occurrence',
    words: 'One occurrence, and what is known of it',
    as: 'analyst',
    path: '/prevent/levels/incidents?what=burglary',
    first: openFirstRow,
    looks: both,
  },
  {
    name: 'imports',
    words: 'The imports of street files, and the form for another',
    as: 'analyst',
    path: '/prevent/levels/imports',
    looks: both,
  },
  {
    name: 'people',
    words: 'Administration: who is who',
    as: 'administrator',
    path: '/administration/people',
    looks: both,
  },
  {
    name: 'person',
    words: 'Administration: one person and their postings',
    as: 'administrator',
    path: '/administration/people?q=ellis',
    first: openFirstRow,
    looks: both,
  },
  {
    name: 'units',
    words: 'Administration: the units',
    as: 'administrator',
    path: '/administration/units',
    looks: both,
  },
  {
    name: 'audit',
    words: 'Who read or changed what',
    as: 'auditor',
    path: '/assurance/audit',
    looks: ['desktop', 'phone', 'desktop-night'],
  },
  {
    name: 'why',
    words: 'Why can I see this document, and who else can?',
    as: 'records-custodian',
    path: '/documents/new',
    first: askWhy,
    looks: both,
  },
  {
    name: 'holds',
    words: 'Legal holds, and the form that places one',
    as: 'records-custodian',
    path: '/assurance/holds',
    looks: both,
  },
]
