import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { DECIMALS } from '#kernel/measures/words.ts'
import type { View } from '#kernel/web/view.ts'
import { chartOf } from '#modules/measures/index.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { SmallControlChart } from '#ui/charts/control-chart-small.tsx'
import { PACKS, packHref } from '../addresses.ts'
import type { PackContent } from '../packs/pack-content.ts'
import type { Pack } from '../packs/pack-operations.ts'
import { figureParts, frozenFigure, madeWords, PACK_TERMS } from '../packs/pack-words.ts'
import { PackedQuestionPart } from './parts/packed-question.tsx'

/** A pack to read and to print: what the word processor's file says, with its charts. */
export function packView({ id, sha256, content }: Pack): View {
  return {
    section: 'effectiveness',
    title: `Evidence pack: ${content.force}, ${content.framework.name}`,
    lead: madeWords(content),
    marking: content.marking,
    back: { href: PACKS, text: 'Evidence packs' },
    actions: [{ text: 'Take it out for a word processor', href: `${packHref(id)}/docx` }],
    body: (
      <>
        {PACK_TERMS.map((words) => (
          <p class="fp-prose">{words}</p>
        ))}
        {content.questions.map((question) => (
          <PackedQuestionPart question={question} content={content} />
        ))}
        <FrozenMeasures content={content} />
        <Overridden content={content} />
        <h2 class="govuk-heading-m">Sources</h2>
        <ul class="govuk-list govuk-list--bullet">
          {content.sources.map((source) => (
            <li>{source}</li>
          ))}
        </ul>
        <p class="fp-second">
          Pack <Reference>{id}</Reference>. SHA-256 of what was frozen: <Reference>{sha256}</Reference>
        </p>
      </>
    ),
  }
}

function FrozenMeasures({ content: { measures } }: { readonly content: PackContent }) {
  return (
    <DataTable
      caption="Measures, as they were frozen"
      rows={measures}
      columns={[
        {
          header: 'Measure',
          cell: ({ code, version, name, definition }) => (
            <>
              {name}
              <span class="fp-second">
                {code}, version {version}. {definition}
              </span>
            </>
          ),
        },
        { header: 'Frozen figure', cell: (measure) => frozenFigure(measure) },
        {
          header: 'How it is counted',
          cell: ({ numerator, denominator, unknown }) => (
            <>
              Above: {numerator} {denominator !== null && `Below: ${denominator}`}
              <span class="fp-second">Unknown: {unknown}</span>
            </>
          ),
        },
        {
          header: 'Month by month',
          phoneLabel: false,
          cell: ({ code, name, unit, figures }) =>
            figures.length === 0 ? (
              'no evidence yet'
            ) : (
              <SmallControlChart
                id={`frozen-${code}`}
                title={name}
                chart={chartOf(unit, figures)}
                decimals={DECIMALS[unit]}
              />
            ),
        },
        {
          header: 'Snapshot',
          cell: ({ snapshot }) => (snapshot === null ? 'none' : <Reference>{snapshot.slice(0, 8)}</Reference>),
        },
        { header: 'The month before', cell: ({ figures }) => beforeLast(figures) },
      ]}
      empty={<p>No measure speaks to these questions yet.</p>}
    />
  )
}

function beforeLast(figures: PackContent['measures'][number]['figures']): string {
  const before = figures.at(-2)
  return before === undefined ? '–' : `${formatMonth(before.month)}: ${figureParts(before)}`
}

function Overridden({ content: { overridden } }: { readonly content: PackContent }) {
  return (
    <DataTable
      caption="“Met” against the measure"
      rows={overridden}
      columns={[
        {
          header: 'Finding',
          cell: ({ reference, title }) => (
            <>
              {title}
              <span class="fp-second">
                <Reference>{reference}</Reference>
              </span>
            </>
          ),
        },
        {
          header: 'Claimed by',
          cell: ({ by, rank, at, withdrawnAt }) => (
            <>
              {by}, {rank}
              <span class="fp-second">
                <Time instant={at} />
                {withdrawnAt !== null && '; taken back since'}
              </span>
            </>
          ),
        },
        { header: 'Why', cell: ({ reason }) => reason },
        { header: 'What the measures showed', cell: ({ shown }) => shown },
      ]}
      empty={<p>Nobody has claimed a finding as met against its measure.</p>}
    />
  )
}
