import { form, page } from '#kernel/web/view.ts'
import { ProgressBar } from '#ui/blocks/progress-bar.tsx'
import { StateTag } from '#ui/blocks/state-tag.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { FormActions } from '#ui/forms/form-actions.tsx'
import { Form } from '#ui/forms/form.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { count } from '#ui/words/numbers.ts'
import { cancelJob } from '../commands/cancel-job.ts'
import { runJobAgain } from '../commands/run-job-again.ts'
import { showRun } from '../queries/show-run.ts'
import { RUN_STATES, runWords } from '../rules/run-words.ts'
import { Result } from './result.tsx'

const PATH = '/administration/jobs'

/** One piece of background work: how far it is, what came of it, and what can be done about it. */
export const runPage = page({
  path: `${PATH}/:id`,
  query: showRun,
  view: ({ run, result }, { csrf, key }) => {
    const { over, mayCancel, mayRunAgain, tag } = RUN_STATES[run.state]
    return {
      section: 'work',
      title: run.title,
      lead: <StateTag state={tag}>{runWords(run)}</StateTag>,
      back: { href: PATH, text: 'Background work' },
      islands: over ? [] : ['progress'],
      body: (
        <>
          {!over && (
            <ProgressBar
              label={run.message === '' ? run.title : run.message}
              done={run.done}
              {...(run.total !== null && { total: run.total })}
              unit="done"
              progressUrl={`/api/job/progress?id=${run.id}`}
            />
          )}
          {run.error !== null && <WarningText>{run.error}</WarningText>}
          {result?.['ok'] === false && (
            <WarningText>Not everything was taken. What was refused, and why, stands below.</WarningText>
          )}
          <SummaryList
            rows={[
              { key: { text: 'Asked for by' }, value: { text: run.who ?? 'runs by itself' } },
              { key: { text: 'Asked' }, value: { text: <Time instant={run.askedAt} /> } },
              run.startedAt !== null && { key: { text: 'Begun' }, value: { text: <Time instant={run.startedAt} /> } },
              run.endedAt !== null && { key: { text: 'Ended' }, value: { text: <Time instant={run.endedAt} /> } },
              { key: { text: 'Tries' }, value: { text: count(run.attempts) } },
              result !== null && { key: { text: 'What came of it' }, value: { text: <Result result={result} /> } },
            ]}
          />
          {mayRunAgain && (
            <Form action={`${PATH}/${run.id}/again`} csrf={csrf} idempotencyKey={key}>
              <FormActions submit="Try again" />
            </Form>
          )}
          {mayCancel && (
            <Form action={`${PATH}/${run.id}/cancel`} csrf={csrf} idempotencyKey={key}>
              <FormActions submit="Cancel this work" warning />
            </Form>
          )}
        </>
      ),
    }
  },
})

export const runAgainForm = form({
  path: `${PATH}/:id/again`,
  command: runJobAgain,
  page: runPage,
  next: ({ id }) => `${PATH}/${id}`,
})

export const cancelForm = form({
  path: `${PATH}/:id/cancel`,
  command: cancelJob,
  page: runPage,
  next: ({ id }) => `${PATH}/${id}`,
})
