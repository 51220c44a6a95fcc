import type { z } from 'zod'
import { Link } from '#kernel/web/parts/definition.tsx'
import { page, type View } from '#kernel/web/view.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { count } from '#ui/words/numbers.ts'
import { openRun } from '../queries/open-run.ts'
import { EXTRACTS, extractHref, rejectedHref } from '../rules/addresses.ts'
import { EXTRACT_KINDS } from '../rules/kinds/all.ts'
import type { ExtractReport, FileReport, KindReport } from '../rules/report.ts'
import { cameToWords } from './words.ts'

type Model = z.output<typeof openRun.output>

/** What an extract held and what became of it. */
export const runPage = page({ path: `${EXTRACTS}/runs/:id`, query: openRun, view: runView })

function runView({ id, extract, by, at, report }: Model): View {
  return {
    section: 'administration',
    title: cameToWords(report),
    lead: (
      <>
        <Time instant={at} /> by {by ?? 'the command line'}, mapping {report.mapping.name}, version{' '}
        {report.mapping.version}, {report.seconds.toFixed(1)} s
      </>
    ),
    marking: 'OFFICIAL-SENSITIVE',
    back: extract === null ? { href: EXTRACTS, text: 'Extracts' } : { href: extractHref(extract), text: 'The extract' },
    body: (
      <>
        <Kinds kinds={report.kinds} />
        {report.kinds.some(({ vanishedNumbers }) => vanishedNumbers.length > 0) && <Vanished kinds={report.kinds} />}
        <CardGrid columns={2}>
          <Totals totals={report.totals} />
          <Card title="To be looked at">
            {report.warnings.length === 0 ? (
              <EmptyState title="Nothing">
                <p>Every code is known here and valid on its day.</p>
              </EmptyState>
            ) : (
              <ul class="govuk-list govuk-list--bullet">
                {report.warnings.map((warning) => (
                  <li>{warning}</li>
                ))}
              </ul>
            )}
          </Card>
        </CardGrid>
        {report.files.map((file, i) => (
          <File run={id} number={i + 1} file={file} />
        ))}
      </>
    ),
  }
}

function Kinds({ kinds }: { readonly kinds: readonly KindReport[] }) {
  const figure = (header: string, value: (kind: KindReport) => number) => ({
    header,
    align: 'number' as const,
    cell: (kind: KindReport) => count(value(kind)),
  })
  return (
    <DataTable
      caption="Reconciliation: each row in the files is in one of the columns that follow"
      columns={[
        { header: 'What', cell: ({ kind }) => EXTRACT_KINDS[kind].words.many },
        figure('In the files', ({ inFile }) => inFile),
        figure('New', (kind) => kind.new),
        figure('Changed', ({ changed }) => changed),
        figure('Unchanged', ({ unchanged }) => unchanged),
        figure('Older than here', ({ older }) => older),
        figure('Repeated', ({ repeated }) => repeated),
        figure('Left out', ({ leftOut }) => leftOut),
        {
          header: 'Rejected',
          align: 'number',
          cell: ({ rejected, missingLinks }) => (
            <>
              {count(rejected)}
              {missingLinks > 0 && <span class="fp-second">{`${count(missingLinks)} name what is not there`}</span>}
            </>
          ),
        },
        {
          header: 'No longer in it',
          align: 'number',
          cell: ({ vanished }) => (vanished === null ? 'not asked' : count(vanished)),
        },
        figure('Known after', ({ knownAfter }) => knownAfter),
      ]}
      rows={kinds}
      empty={
        <EmptyState title="No rows">
          <p>The mapping knew none of the files.</p>
        </EmptyState>
      }
    />
  )
}

function Vanished({ kinds }: { readonly kinds: readonly KindReport[] }) {
  return (
    <Card title="No longer in the extract, and kept here">
      <ul class="govuk-list govuk-list--bullet">
        {kinds
          .filter(({ vanishedNumbers }) => vanishedNumbers.length > 0)
          .map(({ kind, vanished, vanishedNumbers }) => (
            <li>
              {EXTRACT_KINDS[kind].words.many}: {vanishedNumbers.join(', ')}
              {(vanished ?? 0) > vanishedNumbers.length &&
                ` and ${count((vanished ?? 0) - vanishedNumbers.length)} more`}
            </li>
          ))}
      </ul>
    </Card>
  )
}

function Totals({ totals }: { readonly totals: ExtractReport['totals'] }) {
  return (
    <Card title="Control totals" state={totals === null || totals.agree === totals.given ? undefined : 'not-held'}>
      {totals === null ? (
        <EmptyState title="None were given">
          <p>A file of what the records system counts, by month and offence, is compared with what came.</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {count(totals.agree)} of {count(totals.given)} agree.
          </p>
          <DataTable
            caption="Those that differ"
            columns={[
              { header: 'Month', cell: ({ month, offence }) => `${month} ${offence}` },
              { header: 'There', align: 'number', cell: ({ given }) => count(given) },
              { header: 'Here', align: 'number', cell: ({ found }) => count(found) },
            ]}
            rows={totals.differing}
            empty={null}
          />
        </>
      )}
    </Card>
  )
}

function File({ run, number, file }: { readonly run: string; readonly number: number; readonly file: FileReport }) {
  if (file.rejected === 0 && file.warnings.length === 0) return null
  const here = file.errorFile !== null && /^[0-9a-f]{64}$/.test(file.errorFile)
  return (
    <Card title={`${file.file}: ${count(file.rejected)} of ${count(file.rows)} rows rejected`}>
      {file.warnings.map((warning) => (
        <p>{warning}</p>
      ))}
      {here && (
        <p>
          <Link href={rejectedHref(run, number)}>Rejected rows, to mend and send again (CSV)</Link>
        </p>
      )}
      <DataTable
        caption={file.rejected > file.rejections.length ? `The first ${file.rejections.length}` : 'Each of them'}
        columns={[
          { header: 'Line', align: 'tabular', cell: ({ line }) => count(line) },
          { header: 'Column', cell: ({ column, columnName }) => `${column} ${columnName}` },
          { header: 'Why', cell: ({ reason }) => reason },
        ]}
        rows={file.rejections}
        empty={null}
      />
    </Card>
  )
}
