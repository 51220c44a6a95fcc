import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { DataTable, type Column } from './data-table.tsx'
import { Icon, iconNames } from './icon.tsx'
import { KeyFigure } from './key-figure.tsx'
import { Pager, pageNumbers } from './pager.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { StateTag, type State } from './state-tag.tsx'
import { Time } from './time.tsx'

interface Queue {
  readonly name: string
  readonly waiting: number
}
const columns: readonly Column<Queue>[] = [
  { header: 'Queue', cell: (row) => row.name },
  { header: 'Waiting', cell: (row) => row.waiting, align: 'number', sort: { href: '?by=w', direction: 'descending' } },
  { header: 'State', cell: () => <StateTag state="holding" />, phoneLabel: false },
]

describe('a table of records', () => {
  const html = renderToString(
    <DataTable
      caption="Queues"
      columns={columns}
      rows={[{ name: 'MASH, <Slough>', waiting: 3 }]}
      empty={<p>Nothing waits</p>}
    />,
  )

  test('has a caption, headers by column and by row, and escapes what it holds', () => {
    expect(html).toContain('<caption class="fp-table__caption">Queues</caption>')
    expect(html.match(/scope="col"/g)).toHaveLength(3)
    expect(html).toContain('<th scope="row" role="rowheader">MASH, &lt;Slough></th>')
    expect(html).toContain('aria-sort="descending"')
  })

  test('keeps its words on a phone, but for what tells itself', () => {
    expect(html.match(/fp-table__label/g)).toHaveLength(1)
  })

  test('without rows says the next step in its place', () => {
    const none = renderToString(<DataTable caption="Queues" columns={columns} rows={[]} empty={<p>Nothing waits</p>} />)
    expect(none).toBe('<p>Nothing waits</p>')
  })
})

test('every icon named is there, and is unseen by screen readers', () => {
  for (const name of iconNames) {
    const svg = renderToString(<Icon name={name} />)
    expect(svg).toMatch(/aria-hidden="true"[^>]*><(path|circle|rect|line|polyline)/)
  }
})

test('each state has its own word and its own shape', () => {
  const states: readonly State[] = ['holding', 'slipping', 'not-held', 'too-few']
  const tags = states.map((state) => renderToString(<StateTag state={state} />))
  expect(new Set(tags.map((tag) => / d="[^"]+"|<circle/.exec(tag)?.[0])).size).toBe(4)
  expect(tags.map((tag) => /<span>(.*)<\/span><\/span>$/.exec(tag)?.[1])).toEqual([
    'holding',
    'slipping',
    'not held',
    'too few to tell',
  ])
})

test('a figure that is not there is a sentence', () => {
  expect(renderToString(<KeyFigure label="harm a free day" />)).toContain('no evidence yet')
})

test('a time is for people and machines', () => {
  expect(renderToString(<Time instant="2026-11-23T14:45:00Z" />)).toBe(
    '<time datetime="2026-11-23T14:45:00Z">Mon 23 November, 14:45</time>',
  )
})

test('progress is said in words too, also while the end is not known', () => {
  const at = renderToString(<ProgressBar label="Import" done={1200} total={4800} unit="rows" progressUrl="/jobs/1" />)
  expect(at).toContain('1,200 of 4,800 rows')
  expect(renderToString(<ProgressBar label="Import" done={1200} unit="rows" />)).not.toContain('value=')
})

describe('pages of a list', () => {
  test('first, last and neighbours are offered, and no gap stands for a single page', () => {
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3])
    expect(pageNumbers(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
    expect(pageNumbers(4, 6)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('the page one is on is always among them, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)]
        const numbers = pageNumbers(page, pages).filter((number) => number !== undefined)
        expect(numbers).toContain(page)
        expect(numbers).toEqual([...new Set(numbers)].toSorted((x, y) => x - y))
        expect([numbers.at(0), numbers.at(-1)]).toEqual([1, pages])
      }),
    )
  })

  test('says which of how many are shown', () => {
    const pager = renderToString(
      <Pager page={2} pageSize={50} total={120} href={(page) => `?page=${page}`} what="units" />,
    )
    expect(pager).toContain('51 to 100 of 120 units')
    expect(pager).toContain('href="?page=3"')
    expect(renderToString(<Pager page={1} pageSize={50} total={7} href={String} what="units" />)).toContain(
      'All 7 units',
    )
  })
})
