import type { ComponentChildren } from 'preact'
import { PARTY_SOURCES } from '#kernel/parties/identity.ts'
import { partyHref } from '#kernel/parties/hrefs.ts'
import { MARKER_KINDS } from '#kernel/parties/markers.ts'
import { LINK_KINDS } from '#kernel/parties/words.ts'
import { Link } from '#kernel/web/parts/definition.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { shortDayWithYear } from '#ui/words/dates.ts'
import { plural } from '#ui/words/numbers.ts'
import { capital } from '#ui/words/capital.ts'
import type { MemberView, SideView } from '../../queries/side.ts'
import { sexWords } from '../words.ts'

interface Line {
  readonly what: string
  readonly left: readonly ComponentChildren[]
  readonly right: readonly ComponentChildren[]
}

/** Both sides, line by line: what one of them lacks is said. */
export function SideBySide({ left, right }: { readonly left: SideView; readonly right: SideView }) {
  const lines = linesOf(left).map(([what, values], at) => ({
    what,
    left: values,
    right: linesOf(right)[at]?.[1] ?? [],
  }))
  return (
    <DataTable<Line>
      caption="Side by side"
      captionHidden
      rows={lines.filter((line) => line.left.length + line.right.length > 0)}
      empty={null}
      columns={[
        { header: 'What is known', cell: ({ what }) => what },
        { header: left.label, cell: (line) => <Values of={line.left} />, phoneLabel: 'One' },
        { header: right.label, cell: (line) => <Values of={line.right} />, phoneLabel: 'Other' },
      ]}
    />
  )
}

function Values({ of }: { readonly of: readonly ComponentChildren[] }) {
  if (of.length === 0) return <span class="fp-second">not known</span>
  return (
    <>
      {of.map((value) => (
        <div>{value}</div>
      ))}
    </>
  )
}

function linesOf(side: SideView): readonly (readonly [string, readonly ComponentChildren[]])[] {
  const { members } = side
  const happened = members.reduce((sum, { roles }) => sum + roles, 0)
  const last = members
    .flatMap(({ lastSeen }) => lastSeen ?? [])
    .toSorted()
    .at(-1)
  const tied = (...kinds: readonly string[]) =>
    unique(
      side.links
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ other }) => other)
        .slice(0, 12),
      ({ id }) => id,
    ).map(({ id, kind, label }) => <Link href={partyHref(kind, id)}>{label}</Link>)
  const others = side.links.filter(({ other }) => other.kind === 'person').slice(0, 8)
  return [
    ['Record', members.map(recordWords)],
    [
      'Names',
      unique(
        members.flatMap(({ names }) => names),
        (name) => name,
      ),
    ],
    ['Date of birth', unique(members.flatMap(birthWords), (words) => words)],
    [
      'Sex',
      unique(
        members.flatMap(({ sex }) => sexWords(sex) ?? []),
        (words) => words,
      ),
    ],
    [
      'Died',
      unique(
        members.flatMap(({ diedOn }) => (diedOn === null ? [] : shortDayWithYear(diedOn))),
        (day) => day,
      ),
    ],
    [
      'Registered number',
      unique(
        members.flatMap(({ number }) => number ?? []),
        (number) => number,
      ),
    ],
    ['Markers', side.markers.map((kind) => <strong>{MARKER_KINDS[kind].words}</strong>)],
    ['Addresses', tied('lives-at', 'premises-of')],
    ['Phones and vehicles', tied('uses-phone', 'keeper-of', 'uses-vehicle')],
    [
      'People',
      others.map(({ kind, back, other }) => (
        <>
          {capital(back ? LINK_KINDS[kind].back : LINK_KINDS[kind].there)}{' '}
          <Link href={partyHref(other.kind, other.id)}>{other.label}</Link>
        </>
      )),
    ],
    [
      'In what happened',
      happened === 0
        ? []
        : [`${plural(happened, 'time')}${last === undefined ? '' : `, last on ${shortDayWithYear(last)}`}`],
    ],
  ]
}

function recordWords({ id, kind, label, source, reference }: MemberView) {
  return (
    <>
      <Link href={partyHref(kind, id)}>{label}</Link>
      <span class="fp-second">
        {' '}
        {PARTY_SOURCES[source]}
        {reference === null ? '' : ` ${reference}`}
      </span>
    </>
  )
}

function birthWords({ birthDate, birthPrecision }: MemberView): readonly string[] {
  if (birthDate === null) return []
  if (birthPrecision === 'year') return [birthDate.slice(0, 4)]
  if (birthPrecision === 'about') return [`about ${birthDate.slice(0, 4)}`]
  return [shortDayWithYear(birthDate)]
}

function unique<Value>(values: readonly Value[], key: (value: Value) => unknown): readonly Value[] {
  return [...new Map(values.map((value) => [key(value), value])).values()]
}
