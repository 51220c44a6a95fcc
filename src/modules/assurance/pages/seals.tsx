import { form, page } from '#kernel/web/view.ts'
import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { duration } from '#ui/words/dates.ts'
import { count, plural } from '#ui/words/numbers.ts'
import { checkSeals } from '../commands/check-seals.ts'
import { showSeals } from '../queries/seals.ts'

/** Sealing runs every few seconds: behind by this much, something holds it up. */
const SLOW_SECONDS = 60

/** Whether the audit is sealed, how far behind, and what the last checks found. */
export const sealsPage = page({
  path: '/assurance/seals',
  query: showSeals,
  view: ({ last, unsealedRows, lagSeconds, checks }, { csrf, key }) => {
    const [newest] = checks
    return {
      section: 'assurance',
      title: 'Can the audit be trusted?',
      lead:
        last === null ? (
          'Nothing is sealed yet'
        ) : (
          <>
            Last sealed <Time instant={last.sealedAt} />
          </>
        ),
      body: (
        <>
          <CardGrid columns={3}>
            <Card title="Sealing">
              <p>
                {lagSeconds < SLOW_SECONDS ? (
                  <StateTag state="holding">up to date</StateTag>
                ) : (
                  <StateTag state="slipping">{duration(lagSeconds / 60)} behind</StateTag>
                )}
              </p>
              <KeyFigure
                value={unsealedRows > 10_000 ? 'over 10,000' : count(unsealedRows)}
                label="lines wait to be sealed"
              />
            </Card>
            <Card title="The chain">
              <KeyFigure value={last === null ? undefined : count(last.seq)} label="seals" />
              {last !== null && (
                <p>
                  Head <Reference>{last.head.slice(0, 16)}</Reference>, over {plural(last.rows, 'line')}
                </p>
              )}
            </Card>
            <Card title="Last check">
              <p>
                {newest === undefined ? (
                  <StateTag state="too-few">never checked</StateTag>
                ) : newest.findings.length === 0 ? (
                  <StateTag state="holding">whole</StateTag>
                ) : (
                  <StateTag state="not-held">not whole</StateTag>
                )}
              </p>
              <Form action="/assurance/seals" csrf={csrf} idempotencyKey={key}>
                <FormActions submit="Check every seal now" />
              </Form>
            </Card>
          </CardGrid>
          <DataTable
            caption="Checks"
            columns={[
              { header: 'Checked', cell: (check) => <Time instant={check.startedAt} />, nowrap: true },
              {
                header: 'Found',
                cell: (check) =>
                  check.findings.length === 0 ? (
                    'All as it was sealed'
                  ) : (
                    <Findings words={check.findings.map((one) => one.words)} />
                  ),
              },
              { header: 'Seals', cell: (check) => count(check.seals), align: 'number' },
              { header: 'Lines', cell: (check) => count(check.rows), align: 'number' },
              {
                header: 'Beside heads kept outside',
                cell: (check) => (check.withHeads ? 'yes' : 'no: a cut end would not show'),
              },
            ]}
            rows={checks}
            empty={
              <EmptyState title="Never checked yet">
                Every night all seals are checked against the lines under them. Check now to begin.
              </EmptyState>
            }
          />
        </>
      ),
    }
  },
})

function Findings({ words }: { readonly words: readonly string[] }) {
  return (
    <ul class="govuk-list">
      {words.slice(0, 10).map((each) => (
        <li>{each}</li>
      ))}
      {words.length > 10 && <li>and {words.length - 10} more: run the check from the command line</li>}
    </ul>
  )
}

export const checkSealsForm = form({
  path: '/assurance/seals',
  command: checkSeals,
  page: sealsPage,
  next: ({ jobRun }) => `/administration/jobs/${jobRun}`,
})
