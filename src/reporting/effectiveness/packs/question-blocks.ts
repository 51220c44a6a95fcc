import type { Paragraph, Table } from 'docx'
import { COLOURS, INSPECTORATE_STATUSES, KINDS, STAGES, type Statement } from '#modules/inspections/index.ts'
import { day, dayAndTime, dayWithYear } from '#ui/words/dates.ts'
import { bullet, heading, labelled, table, words } from './docx-parts.ts'
import type { PackContent, PackedQuestion } from './pack-content.ts'
import { evidenceAge, ourWords, theirWords } from './pack-words.ts'

/** A question of the pack: both grades, every judgement, strengths, gaps, findings, evidence. */
export function questionBlocks(
  question: PackedQuestion,
  { frozenAt }: Pick<PackContent, 'frozenAt'>,
): readonly (Paragraph | Table)[] {
  return [
    heading(`${question.number}. ${question.title}`, 1),
    labelled('The inspectorate', theirWords(question)),
    labelled('Our judgement', ourWords(question)),
    labelled('Measures', question.measures.length === 0 ? 'none speaks to it yet' : question.measures.join(', ')),
    heading('Judgements, the newest first', 2),
    table(
      ['On', 'Judgement', 'Grade', 'By'],
      question.judgements.map(({ question: on, text, grade, by, at, version }) => [
        on,
        text,
        grade ?? 'none',
        `${by}, ${dayAndTime(at)}, version ${version}`,
      ]),
      'Nobody has judged it yet.',
    ),
    heading('Strengths', 2),
    ...statements(question.strengths, 'None is stated.'),
    heading('Gaps that the force discloses itself', 2),
    ...statements(question.gaps, 'None is disclosed.'),
    heading('Findings', 2),
    table(
      ['Finding', 'Ours, theirs', 'How it stands', 'Measures and evidence'],
      question.findings.map((finding) => [
        `${finding.reference} (${KINDS[finding.kind]}, ${finding.year}): ${finding.text}`,
        `${STAGES[finding.stage]}; ${INSPECTORATE_STATUSES[finding.inspectorate]}${finding.due === null ? '' : `; due ${dayWithYear(finding.due)}`}${finding.owner === null ? '; nobody owns it' : `; ${finding.owner}`}`,
        `${COLOURS[finding.colour]}. ${finding.reasons.join(' ')}${finding.everOverridden ? ' It was once claimed as met against its measure.' : ''}`,
        `${finding.measures.map(({ code, words: stands }) => `${code}: ${stands}`).join(' ')} Evidence: ${finding.freshness}.`,
      ]),
      'There is none that the maker may read.',
    ),
    heading('Evidence', 2),
    table(
      ['What', 'Tells of', 'Worth', 'Added by', 'Marking'],
      question.evidence.map((each) => [
        `${each.title}${each.reference === null ? '' : ` (${each.reference})`}${each.words === '' ? '' : `: ${each.words}`}`,
        day(each.observedOn),
        evidenceAge(each, frozenAt),
        each.addedBy,
        each.marking,
      ]),
      'There is none yet.',
    ),
  ]
}

function statements(made: readonly Statement[], empty: string): readonly Paragraph[] {
  if (made.length === 0) return [words(empty)]
  return made.map(({ text, by, at, evidence, marking }) =>
    bullet(
      `${text} (${by}, ${dayAndTime(at)}; ${evidence === null ? 'no evidence named' : `${evidence.title}, ${evidence.age}`}; ${marking})`,
    ),
  )
}
