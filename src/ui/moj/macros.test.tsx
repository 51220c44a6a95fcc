import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { normaliseHtml } from '../testing/normalise.ts'
import { Alert } from './alert.tsx'
import { Badge } from './badge.tsx'
import { Banner } from './banner.tsx'
import { ButtonMenu } from './button-menu.tsx'
import { Filter } from './filter.tsx'
import { IdentityBar } from './identity-bar.tsx'
import { PageHeaderActions } from './page-header-actions.tsx'
import { Pagination } from './pagination.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { SortableTable } from './sortable-table.tsx'
import { SubNavigation } from './sub-navigation.tsx'
import { Timeline } from './timeline.tsx'

const require = createRequire(import.meta.url)
const packages = ['govuk-frontend', '@ministryofjustice/frontend'].map((name) =>
  dirname(require.resolve(`${name}/package.json`)),
)
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(packages.flatMap((folder) => [folder, join(folder, 'dist')])),
  { autoescape: true },
)
environment.addFilter('date', (_timestamp: string, words: string) => words)

/** The HTML of a published macro: "moj/components/badge" and "mojBadge", with the macro's own options. */
function macro(folder: string, name: string, options: object): string {
  const source = `{% from "${folder}/macro.njk" import ${name} %}{{ ${name}(options) }}`
  return environment.renderString(source, { options })
}

const attributes = { 'data-x': 'y' }
const items = [
  { text: 'Summary', href: '/a', active: true, attributes },
  { text: 'Plan & actions', href: '/b' },
]
const pages = [{ number: 1, href: '?page=1', current: true }, { ellipsis: true }, { number: 9, href: '?page=9' }]
const edges = { previous: { href: '?page=0' }, next: { href: '?page=2' } }
const menuItems = [
  { text: 'Print', href: '/print' },
  { text: 'Close', name: 'act', value: 'close', type: 'submit' as const, classes: 'x' },
]
const menuProps = menuItems.map(({ text, ...item }) => ({ ...item, children: text }))

const cases: readonly [what: string, folder: string, macro: string, options: object, ours: VNode][] = [
  ...(['information', 'success', 'warning', 'error'] as const).map(
    (variant): [string, string, string, object, VNode] => [
      `alert, ${variant}`,
      'moj/components/alert',
      'mojAlert',
      { variant, title: 'Saved', text: 'Plan saved', showTitleAsHeading: true, dismissible: true },
      <Alert variant={variant} title="Saved" showTitleAsHeading dismissible>
        Plan saved
      </Alert>,
    ],
  ),
  [
    'alert with its title only',
    'moj/components/alert',
    'mojAlert',
    { title: 'Saved <b>', role: 'alert', disableAutoFocus: true, attributes, headingTag: 'h3', dismissText: 'Hide' },
    <Alert
      title="Saved <b>"
      role="alert"
      disableAutoFocus
      attributes={attributes}
      headingTag="h3"
      dismissText="Hide"
    />,
  ],
  ...(['information', 'success', 'warning'] as const).map((type): [string, string, string, object, VNode] => [
    `banner, ${type}`,
    'moj/components/banner',
    'mojBanner',
    { type, text: 'Plan saved', attributes },
    <Banner type={type} attributes={attributes}>
      Plan saved
    </Banner>,
  ]),
  ['banner, plain', 'moj/components/banner', 'mojBanner', { text: 'x', classes: 'y' }, <Banner classes="y">x</Banner>],
  [
    'badge',
    'moj/components/badge',
    'mojBadge',
    { text: 'Urgent & new', classes: 'moj-badge--red', attributes },
    <Badge classes="moj-badge--red" attributes={attributes}>
      {'Urgent & new'}
    </Badge>,
  ],
  [
    'button menu',
    'moj/components/button-menu',
    'mojButtonMenu',
    { button: { text: 'Actions', classes: 'c' }, alignMenu: 'right', items: menuItems, classes: 'm' },
    <ButtonMenu button={{ text: 'Actions', classes: 'c' }} alignMenu="right" items={menuProps} classes="m" />,
  ],
  [
    'filter with chosen filters',
    'moj/components/filter',
    'mojFilter',
    {
      heading: { text: 'Filter' },
      selectedFilters: {
        heading: { text: 'Chosen' },
        clearLink: { text: 'Clear', href: '/all' },
        categories: [{ heading: { text: 'Area' }, items: [{ href: '/x', text: 'Reading' }] }],
      },
      optionsHtml: '<p>Fields</p>',
      attributes,
    },
    <Filter
      heading={{ text: 'Filter' }}
      selectedFilters={{
        heading: { text: 'Chosen' },
        clearLink: { text: 'Clear', href: '/all' },
        categories: [{ heading: { text: 'Area' }, items: [{ href: '/x', text: 'Reading' }] }],
      }}
      attributes={attributes}
    >
      <p>Fields</p>
    </Filter>,
  ],
  [
    'filter with its own button',
    'moj/components/filter',
    'mojFilter',
    { heading: { text: 'Filter' }, submit: { text: 'Show', attributes }, optionsHtml: '<p>Fields</p>' },
    <Filter heading={{ text: 'Filter' }} submit={{ text: 'Show', attributes }}>
      <p>Fields</p>
    </Filter>,
  ],
  [
    'identity bar with a menu',
    'moj/components/identity-bar',
    'mojIdentityBar',
    { title: { text: 'PRB-00412' }, menus: [{ items: menuItems }], classes: 'z' },
    <IdentityBar title={{ text: 'PRB-00412' }} menus={[{ items: menuProps }]} classes="z" />,
  ],
  [
    'identity bar, title only',
    'moj/components/identity-bar',
    'mojIdentityBar',
    { title: { text: 'PRB-00412' } },
    <IdentityBar title={{ text: 'PRB-00412' }} />,
  ],
  [
    'page header with actions',
    'moj/components/page-header-actions',
    'mojPageHeaderActions',
    { heading: { text: 'Units', level: 2, classes: 'h' }, items: menuItems },
    <PageHeaderActions heading={{ text: 'Units', level: 2, classes: 'h' }} items={menuProps} />,
  ],
  [
    'pagination with pages and results',
    'moj/components/pagination',
    'mojPagination',
    { items: pages, ...edges, results: { from: 1, to: 20, count: 180, text: 'units' }, classes: 'p' },
    <Pagination items={pages} {...edges} results={{ from: 1, to: 20, count: 180, text: 'units' }} classes="p" />,
  ],
  [
    'pagination that says the page',
    'moj/components/pagination',
    'mojPagination',
    { items: pages, results: { pages: { current: 2, count: 9 } }, classes: 'p' },
    <Pagination items={pages} results={{ pages: { current: 2, count: 9 } }} classes="p" />,
  ],
  [
    'pagination of one page only',
    'moj/components/pagination',
    'mojPagination',
    { results: { count: 3 } },
    <Pagination results={{ count: 3 }} />,
  ],
  [
    'side navigation',
    'moj/components/side-navigation',
    'mojSideNavigation',
    { label: 'Plan', items, classes: 'x' },
    <SideNavigation label="Plan" items={items} classes="x" />,
  ],
  [
    'side navigation in sections',
    'moj/components/side-navigation',
    'mojSideNavigation',
    { sections: [{ heading: { text: 'Areas', headingLevel: 3, classes: 'c', attributes }, items }] },
    <SideNavigation sections={[{ heading: { text: 'Areas', headingLevel: 3, classes: 'c', attributes }, items }]} />,
  ],
  [
    'sub navigation',
    'moj/components/sub-navigation',
    'mojSubNavigation',
    { items, attributes },
    <SubNavigation items={items} attributes={attributes} />,
  ],
  [
    'sortable table, over the GOV.UK table',
    'govuk/components/table',
    'govukTable',
    {
      caption: 'Queue',
      attributes: { 'data-module': 'moj-sortable-table' },
      head: [{ text: 'Unit' }, { text: 'Due', attributes: { 'aria-sort': 'ascending' } }],
      rows: [[{ text: 'Slough' }, { text: 'Wed 25 November', attributes: { 'data-sort-value': 20261125 } }]],
      firstCellIsHeader: true,
    },
    <SortableTable
      caption="Queue"
      head={[{ text: 'Unit' }, { text: 'Due', sort: 'ascending' }]}
      rows={[[{ text: 'Slough' }, { text: 'Wed 25 November', sortValue: 20261125 }]]}
      firstCellIsHeader
    />,
  ],
  [
    'timeline',
    'moj/components/timeline',
    'mojTimeline',
    {
      headingLevel: 3,
      items: [
        {
          label: { text: 'Opened' },
          byline: { text: 'PS Bird' },
          datetime: { timestamp: '2026-11-23T14:45:00Z', format: 'Mon 23 November, 14:45' },
          text: 'Opened from a call',
        },
        { label: { text: 'Closed' }, datetime: { timestamp: '2026-11-24', format: 'Tue 24 November' }, text: 'Done' },
      ],
    },
    <Timeline
      headingLevel={3}
      items={[
        {
          label: { text: 'Opened' },
          byline: { text: 'PS Bird' },
          datetime: { timestamp: '2026-11-23T14:45:00Z', text: 'Mon 23 November, 14:45' },
          children: 'Opened from a call',
        },
        {
          label: { text: 'Closed' },
          datetime: { timestamp: '2026-11-24', text: 'Tue 24 November' },
          children: 'Done',
        },
      ]}
    />,
  ],
]

test.each(cases)('%s is the same HTML as the published macro', (_what, folder, name, options, ours) => {
  expect(normaliseHtml(renderToString(ours))).toBe(normaliseHtml(macro(folder, name, options)))
})

test('every component in use was compared', () => {
  expect(new Set(cases.map(([, folder]) => folder)).size).toBe(12)
})
