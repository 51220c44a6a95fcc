import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import { addStatement, STATEMENT_KINDS, withdrawStatement } from '#modules/inspections/index.ts'
import { MARKINGS } from '#platform/access/reader.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { EmptyState } from '#ui/blocks/empty-state.tsx'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { doneHref, questionHref } from '../addresses.ts'
import type { showQuestion } from '../queries/show-question.ts'
import { PATH, type QuestionModel } from './question.tsx'

/** Where a strength or a gap is stated, and where it is taken back. */
export function statementRoutes(query: ReturnType<typeof showQuestion>) {
  const path = `${PATH}/state`
  const back = `${PATH}/statements/:statement/take-back`
  const statePage = page({ path, query, view: stateView })
  const backPage = page({ path: back, query, view: takeBackView })
  return [
    statePage,
    form({
      path,
      command: addStatement,
      page: statePage,
      next: ({ question }) => doneHref(question, 'stated', 'strengths'),
    }),
    backPage,
    form({
      path: back,
      command: withdrawStatement,
      page: backPage,
      next: ({ question }) => doneHref(question, 'taken-back', 'strengths'),
    }),
  ]
}

function stateView({ question, diagnostics, evidence }: QuestionModel, context: PageContext): View {
  const open = evidence.filter(({ age, closed }) => age !== 'withdrawn' && !closed)
  return {
    section: 'effectiveness',
    title: 'What do we do well here, or lack?',
    lead: 'The whole force reads it, and so do inspectors. What we know to be missing is better said by us than found by others',
    back: { href: questionHref(question.code), text: question.title },
    body: (
      <ActForm
        context={context}
        submit="State it"
        cancel={questionHref(question.code)}
        stored={{ kind: 'gap', marking: 'OFFICIAL' }}
      >
        <SelectField
          name="question"
          label="About"
          options={[
            { value: question.code, text: 'The whole question' },
            ...diagnostics.map(({ code, title }) => ({ value: code, text: `${code.split('/')[1]} ${title}` })),
          ]}
        />
        <SelectField
          name="kind"
          label="Strength or gap"
          options={[
            { value: 'gap', text: 'A gap: what we lack' },
            { value: 'strength', text: 'A strength: what we do well' },
          ]}
        />
        <TextArea name="text" label="What you say" rows={4} />
        <SelectField
          name="evidence"
          label="Evidence"
          optional
          hint="Of this question and its findings; nothing of a closed compartment"
          placeholder={open.length === 0 ? 'None is kept yet' : 'None'}
          options={open.map(({ id, title, age }) => ({ value: id, text: `${title} (${age})` }))}
        />
        <SelectField
          name="marking"
          label="Marking"
          options={MARKINGS.map((marking) => ({ value: marking, text: marking }))}
        />
      </ActForm>
    ),
  }
}

function takeBackView({ question, withdrawn }: QuestionModel, context: PageContext): View {
  const id = /\/statements\/([^/?]+)\//.exec(context.url)?.[1]
  const statement = question.statements.find((each) => each.id === id)
  const before = withdrawn.find((each) => each.id === id)
  return {
    section: 'effectiveness',
    title: 'Take this back?',
    lead: 'It stays to be seen, with your reason',
    back: { href: questionHref(question.code), text: question.title },
    body:
      statement === undefined ? (
        <EmptyState title={before === undefined ? 'There is no such statement here' : 'It was taken back already'}>
          <a class="govuk-link" href={questionHref(question.code)}>
            Back to the question
          </a>
        </EmptyState>
      ) : (
        <>
          <p class="fp-prose">
            <strong>{STATEMENT_KINDS[statement.kind]}:</strong> {statement.text}
          </p>
          <ActForm
            context={context}
            submit="Take it back"
            cancel={questionHref(question.code)}
            version={statement.version}
            warning
          >
            <HiddenField name="statement" value={statement.id} />
            <TextArea name="reason" label="Reason" hint="Inspectors will read it" rows={3} />
          </ActForm>
        </>
      ),
  }
}
