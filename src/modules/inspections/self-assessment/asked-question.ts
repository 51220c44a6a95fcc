import { NotFound } from '#platform/errors/errors.ts'
import type { Framework, Question } from '../reference/framework.ts'
import { FRAMEWORKS } from '../reference/frameworks.ts'

/** A question of a framework, or one of its diagnostics. */
export interface AskedQuestion {
  /** Unique over all frameworks: `PEEL2016/E1`, `PEEL2016/E1.2`. */
  readonly code: string
  readonly framework: Framework
  readonly question: Question
  /** In words: the question's own, or the diagnostic's. */
  readonly title: string
  readonly isDiagnostic: boolean
}

/** `PEEL2016/E1` of a framework and the code of a question or diagnostic in it. */
export function questionCode(framework: Pick<Framework, 'code'>, { code }: { readonly code: string }): string {
  return `${framework.code}/${code}`
}

const ASKED: ReadonlyMap<string, AskedQuestion> = new Map(
  FRAMEWORKS.flatMap((framework) =>
    framework.questions.flatMap((question) => [
      entryOf(framework, question, question, false),
      ...question.diagnostics.map((diagnostic) => entryOf(framework, question, diagnostic, true)),
    ]),
  ),
)

function entryOf(
  framework: Framework,
  question: Question,
  { code, title }: { readonly code: string; readonly title: string },
  isDiagnostic: boolean,
): readonly [string, AskedQuestion] {
  const asked = questionCode(framework, { code })
  return [asked, { code: asked, framework, question, title, isDiagnostic }]
}

/** Throws NotFound where no framework asks it. */
export function getAskedQuestion(code: string): AskedQuestion {
  const asked = ASKED.get(code)
  if (asked === undefined) throw new NotFound({ kind: 'question', id: code }, 'No framework of inspection asks this.')
  return asked
}
