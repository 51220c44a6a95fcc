import type { Question } from '../reference/framework.ts'
import type { Warning } from './model.ts'
import type { PartRead } from './part.ts'

interface OfQuestion {
  readonly number: number
  readonly line: number
  readonly known: Question | undefined
  readonly printed: number | null
}

interface OfPage {
  readonly line: number
  readonly hasQuestions: boolean
}

/** What a person should know of a part that was read: what stands under no question, is missing, or was carried over. */
export const partWarnings = {
  page(part: PartRead, { line, hasQuestions }: OfPage): readonly Warning[] {
    const warnings: Warning[] = [...cutOff(part), ...causesElsewhere(part)]
    if (!hasQuestions) {
      const text = 'Only the heading of the whole page was found: there is no question under it.'
      warnings.push({
        rule: 'INS06',
        line,
        text,
        advice: 'Paste the pages of the questions too, if they are published.',
      })
    }
    if (part.grade !== null) {
      const text = `${part.grade} is the grade of the whole pillar and of no question.`
      warnings.push({ rule: 'INS07', line, text, advice: 'Nothing, if the report grades its questions elsewhere.' })
    }
    const [first] = part.findings
    if (first !== undefined) {
      const text = 'Findings stand under the heading of the whole page and under no question.'
      warnings.push({ rule: 'INS09', line: first.line, text, advice: 'Say which question each belongs to.' })
    }
    return warnings
  },

  question(part: PartRead, { number, line, known, printed }: OfQuestion): readonly Warning[] {
    const warnings: Warning[] = [...cutOff(part), ...causesElsewhere(part)]
    if (part.standing !== null) {
      const text = `Question ${number} was not inspected again: its earlier grade and findings stand.`
      const advice = 'Import the earlier report, so that they are there.'
      warnings.push({ rule: 'INS08', line: part.standing.line, text, advice })
    }
    if (printed !== null && known !== undefined && printed !== known.number) {
      const text = `It is printed as question ${printed} and is the framework’s ${known.code}.`
      warnings.push({ rule: 'INS06', line, text, advice: 'Check the year in the title.' })
    }
    if (part.grade !== null && known !== undefined && (known.grading === 'ungraded' || known.grading === 'narrative')) {
      const text = `Question ${number} has the grade ${part.grade}, though its framework does not grade it.`
      warnings.push({ rule: 'INS07', line, text, advice: 'Check that the grade belongs to it.' })
    }
    if (part.grade === null && part.narrative.length === 0 && part.findings.length === 0) {
      const text = `Nothing stands under question ${number}.`
      warnings.push({ rule: 'INS06', line, text, advice: 'Look in the report whether its text was left behind.' })
    }
    return warnings
  },
} as const

/** Long enough to be a paragraph and no sub-heading. */
const PARAGRAPH = 100

/** The narrative speaks of causes of concern that this page does not list: they stand in another report. */
function causesElsewhere({ narrative, findings }: PartRead): readonly Warning[] {
  const told = narrative.find(({ text }) => /\bcauses? of concern\b/i.test(text))
  if (told === undefined || findings.some(({ kind }) => kind === 'cause-of-concern')) return []
  const text = 'The narrative speaks of a cause of concern, and none is listed here.'
  return [{ rule: 'INS11', line: told.line, text, advice: 'Find it in the report that raised it.' }]
}

function cutOff({ narrative }: PartRead): readonly Warning[] {
  return narrative.flatMap(({ text, line }) => {
    if (text.length < PARAGRAPH || text.startsWith('- ') || /[.!?:;…)]["”’')\]]{0,3}$/.test(text.slice(-6))) return []
    const said = `A paragraph breaks off: it ends with “${text.slice(-20)}”.`
    return [{ rule: 'INS02', line, text: said, advice: 'Look in the report for what comes next.' } as const]
  })
}
