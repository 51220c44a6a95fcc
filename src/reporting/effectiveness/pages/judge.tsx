import { ActForm } from '#kernel/web/parts/act-form.tsx'
import { BothVersions } from '#kernel/web/parts/both-versions.tsx'
import { form, page, type View } from '#kernel/web/view.ts'
import { makeJudgement } from '#modules/inspections/index.ts'
import type { PageContext } from '#platform/http/routes.ts'
import { HiddenField } from '#ui/forms/form.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { doneHref, questionHref } from '../addresses.ts'
import type { showQuestion } from '../queries/show-question.ts'
import { PATH, type QuestionModel } from './question.tsx'

/** Where somebody judges a question or a diagnostic: in words, with a grade of its framework or none. */
export function judgeRoutes(query: ReturnType<typeof showQuestion>) {
  const path = `${PATH}/judge`
  const judgePage = page({ path, query, view: judgeView })
  const judgeForm = form({
    path,
    command: makeJudgement,
    page: judgePage,
    next: ({ question }) => doneHref(question, 'judged', 'judgement'),
  })
  return [judgePage, judgeForm]
}

function judgeView({ framework, question, diagnostics, history }: QuestionModel, context: PageContext): View {
  const asked = new URLSearchParams(context.url.split('?')[1] ?? '').get('on')
  const diagnostic = diagnostics.find(({ code }) => code === asked)
  const code = diagnostic?.code ?? question.code
  const stands = history.find(({ question: on }) => on === code)
  const title = diagnostic?.title ?? question.title
  return {
    section: 'effectiveness',
    title: `How do we judge “${title}”?`,
    lead: 'It stands under your name, for inspectors to read. Versions before it are kept; nothing is computed',
    back: { href: questionHref(question.code), text: question.title },
    body: (
      <>
        <BothVersions
          context={context}
          fields={[
            { label: 'Grade', name: 'grade', theirs: stands?.grade ?? '' },
            { label: 'Judgement', name: 'text', theirs: stands?.text ?? '' },
          ]}
        />
        <ActForm
          context={context}
          submit="Save the judgement"
          cancel={questionHref(question.code)}
          version={stands?.version ?? 0}
          stored={{ grade: stands?.grade ?? '', text: stands?.text ?? '' }}
        >
          <HiddenField name="question" value={code} />
          <TextArea name="text" label="Judgement" hint="What you judge, and on what" rows={8} />
          {question.gradable ? (
            <SelectField
              name="grade"
              label="Grade"
              optional
              hint={`The grades of ${framework.name}`}
              placeholder="No grade"
              options={framework.grades.map((grade) => ({ value: grade, text: grade }))}
            />
          ) : (
            <p class="fp-second">{framework.name} gives this question no grade.</p>
          )}
        </ActForm>
      </>
    ),
  }
}
