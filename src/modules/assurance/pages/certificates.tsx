import { page } from '#kernel/web/view.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { count } from '#ui/words/numbers.ts'
import { listCertificates } from '../queries/holds.ts'
import { address } from './address.ts'
import { NewerOlder } from './newer-older.tsx'

const PATH = '/assurance/disposal'

/** What was disposed of, a certificate each. */
export const certificatesPage = page({
  path: PATH,
  query: listCertificates,
  view: ({ certificates, next }, { url }) => ({
    section: 'assurance',
    title: 'What was disposed of?',
    lead: 'Every night, by rule, and never anything under a legal hold',
    body: (
      <>
        <DataTable
          caption="Certificates of disposal"
          captionHidden
          columns={[
            {
              header: 'What',
              cell: (one) => (
                <>
                  {one.what} <Reference>{one.rule}</Reference>
                  {one.subjects.length > 0 && (
                    <Details summaryText="Which, and on what authority">
                      <p>{one.authority}.</p>
                      <ul class="govuk-list fp-mono">
                        {one.subjects.map((subject) => (
                          <li>{subject}</li>
                        ))}
                      </ul>
                    </Details>
                  )}
                </>
              ),
            },
            { header: 'How many', cell: (one) => count(one.rows), align: 'number' },
            { header: 'Kept by a hold', cell: (one) => count(one.held), align: 'number' },
            { header: 'Older than', cell: (one) => <Time instant={one.olderThan} />, nowrap: true },
            { header: 'Disposed of', cell: (one) => <Time instant={one.disposedAt} />, nowrap: true },
          ]}
          rows={certificates}
          empty={
            <EmptyState title="Nothing was disposed of yet">
              The rules run every night. What they take away leaves a certificate here.
            </EmptyState>
          }
        />
        <NewerOlder
          what="certificates"
          newest={url.includes('before=') ? PATH : null}
          older={next === null ? null : address(PATH, { before: next })}
        />
      </>
    ),
  }),
})
