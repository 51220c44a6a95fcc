import { FRAMEWORKS } from '../reference/frameworks.ts'
import type { Framework, Pillar, Question } from '../reference/framework.ts'
import { matchQuestion } from '../reference/match-question.ts'
import { candidatesOf } from './candidates.ts'
import type { Candidate, Part, ReadQuestion, Warning } from './model.ts'
import type { PartRead } from './part.ts'
import { partWarnings } from './part-warnings.ts'
import type { Piece } from './pieces.ts'
import { readPart, type Around } from './read-part.ts'
import { refuse } from './refuse.ts'
import { partSections, type Section } from './sections.ts'

interface Asked {
  readonly framework: Framework | undefined
  readonly pillar: Pillar | null
  readonly byGrade: boolean
  readonly titleLine: number
  readonly around: Around
}

interface QuestionsRead {
  readonly overall: Part
  readonly questions: readonly ReadQuestion[]
  readonly candidates: readonly Candidate[]
  readonly warnings: readonly Warning[]
}

/** The page's own heading, and the questions below it in order. Throws Invalid where the text has neither. */
export function readQuestions(body: readonly Piece[], asked: Asked): QuestionsRead {
  const { above, sections } = partSections(body, asked.byGrade)
  const pages = sections.filter(({ isPage }) => isPage)
  const asks = mergeRepeated(sections.filter(({ isPage }) => !isPage))
  if (sections.length === 0) {
    refuse(
      'INS06',
      'No question was found below the title, such as “How effective is the force at …?”. Paste the whole page.',
    )
  }
  const page = readPart([...above, ...pages.flatMap(({ pieces }) => pieces)], asked.around)
  const matched = asks.sections.map((section) => ({ section, known: knownQuestion(section, asked) }))
  const numbers = numberQuestions(matched)
  const parts = matched.map(({ section, known }, index) => {
    return { section, known, number: numbers[index] ?? index + 1, part: readPart(section.pieces, asked.around) }
  })
  return {
    overall: { ...partOf(page), title: pages[0]?.heading.title ?? null, line: pages[0]?.line ?? null },
    questions: parts.map(({ section, known, number, part }) => {
      return { ...partOf(part), number, title: section.heading.title, code: known?.code ?? null, line: section.line }
    }),
    candidates: [
      ...candidatesOf(page, null, null),
      ...parts.flatMap(({ part, number, known }) => candidatesOf(part, number, known?.grading ?? null)),
    ],
    warnings: [
      ...asks.warnings,
      ...page.warnings,
      ...partWarnings.page(page, { line: pages[0]?.line ?? asked.titleLine, hasQuestions: parts.length > 0 }),
      ...parts.flatMap(({ section, known, number, part }) => [
        ...(known === undefined ? unknownQuestion(section, asked) : []),
        ...part.warnings,
        ...partWarnings.question(part, { number, line: section.line, known, printed: section.heading.number }),
      ]),
    ],
  }
}

function partOf({ grade, narrative, findings, standing }: PartRead): Omit<Part, 'title' | 'line'> {
  return { grade, narrative: narrative.map(({ text }) => text), findings, standing }
}

function knownQuestion({ heading }: Section, { framework, pillar }: Asked): Question | undefined {
  const known = framework === undefined ? undefined : matchQuestion(framework, heading.title)
  return known?.pillar === null || known?.pillar === pillar ? known : undefined
}

/** As printed, else as in the framework, else the next that is free: no two alike. */
function numberQuestions(matched: readonly { section: Section; known: Question | undefined }[]): readonly number[] {
  const taken = new Set<number>()
  let next = 1
  return matched.map(({ section, known }) => {
    const wanted = section.heading.number ?? known?.number
    while (taken.has(next)) next += 1
    const number = wanted === undefined || taken.has(wanted) ? next : wanted
    taken.add(number)
    return number
  })
}

/** A question that comes again (a summary above, its details below) is read as one, and flagged. */
function mergeRepeated(sections: readonly Section[]): { sections: readonly Section[]; warnings: readonly Warning[] } {
  const warnings: Warning[] = []
  const merged = new Map<string, Section & { readonly pieces: Piece[] }>()
  for (const section of sections) {
    const key = section.heading.title.toLowerCase()
    const earlier = merged.get(key)
    if (earlier === undefined) merged.set(key, { ...section, pieces: [...section.pieces] })
    else {
      for (const piece of section.pieces) earlier.pieces.push(piece)
      const text = `This question stands at line ${earlier.line} too. The two were read as one.`
      warnings.push({ rule: 'INS06', line: section.line, text, advice: 'Check that nothing is there twice.' })
    }
  }
  return { sections: [...merged.values()], warnings }
}

function unknownQuestion({ heading, line }: Section, { framework }: Asked): readonly Warning[] {
  const other = FRAMEWORKS.find((each) => each !== framework && matchQuestion(each, heading.title) !== undefined)
  const whose = other === undefined ? '' : ` It is one of ${other.name}.`
  const text = `This heading is none of the questions known of ${framework?.name ?? 'any framework'}.${whose}`
  return [{ rule: 'INS06', line, text, advice: 'Check the year in the title, or say which question it is.' }]
}
