import { COLOURS, ColourTag, INSPECTORATE_STATUSES, KINDS, STAGES, type Statement } from '#modules/inspections/index.ts'
import { DataTable } from '#ui/blocks/data-table.tsx'
import { Reference } from '#ui/blocks/reference.tsx'
import { Time } from '#ui/blocks/time.tsx'
import { day, dayWithYear } from '#ui/words/dates.ts'
import type { PackContent, PackedQuestion } from '../../packs/pack-content.ts'
import { evidenceAge, ourWords, theirWords } from '../../packs/pack-words.ts'

interface PackedQuestionProps {
  readonly question: PackedQuestion
  readonly content: Pick<PackContent, 'frozenAt'>
}

/** One question of a pack on paper. */
export function PackedQuestionPart({ question, content }: PackedQuestionProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">
        {question.number}. {question.title}
      </h2>
      <dl class="fp-pairs">
        <dt>The inspectorate</dt>
        <dd>{theirWords(question)}</dd>
        <dt>Our judgement</dt>
        <dd>{ourWords(question)}</dd>
      </dl>
      <Judgements question={question} />
      <h3 class="govuk-heading-s">Strengths</h3>
      <Statements made={question.strengths} empty="None is stated." />
      <h3 class="govuk-heading-s">Gaps that the force discloses itself</h3>
      <Statements made={question.gaps} empty="None is disclosed." />
      <Findings question={question} />
      <Evidence question={question} content={content} />
    </section>
  )
}

function Judgements({ question: { number, judgements } }: Pick<PackedQuestionProps, 'question'>) {
  return (
    <DataTable
      caption={`Judgements on question ${number}, the newest first`}
      rows={judgements}
      columns={[
        { header: 'On', cell: ({ question, version }) => `${question.split('/')[1] ?? question}, version ${version}` },
        { header: 'Judgement', cell: ({ text }) => text },
        { header: 'Grade', cell: ({ grade }) => grade ?? 'none' },
        {
          header: 'By',
          cell: ({ by, at }) => (
            <>
              {by}
              <span class="fp-second">
                <Time instant={at} />
              </span>
            </>
          ),
        },
      ]}
      empty={<p>Nobody has judged it yet.</p>}
    />
  )
}

function Statements({ made, empty }: { readonly made: readonly Statement[]; readonly empty: string }) {
  if (made.length === 0) return <p>{empty}</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {made.map(({ text, by, at, evidence, marking }) => (
        <li>
          {text}{' '}
          <span class="fp-soft">
            ({by}, <Time instant={at} />;{' '}
            {evidence === null ? 'no evidence named' : `${evidence.title}, ${evidence.age}`}; {marking})
          </span>
        </li>
      ))}
    </ul>
  )
}

function Findings({ question: { number, findings } }: Pick<PackedQuestionProps, 'question'>) {
  return (
    <DataTable
      caption={`Findings on question ${number}`}
      rows={findings}
      columns={[
        {
          header: 'Finding',
          cell: ({ text, reference, kind, year }) => (
            <>
              {text}
              <span class="fp-second">
                <Reference>{reference}</Reference> · {KINDS[kind]}, {year}
              </span>
            </>
          ),
        },
        {
          header: 'Ours, theirs',
          cell: ({ stage, inspectorate, due, owner, everOverridden }) => (
            <>
              {STAGES[stage]}
              {everOverridden && <strong> once claimed against its measure</strong>}
              <span class="fp-second">
                {INSPECTORATE_STATUSES[inspectorate]}
                {due !== null && `, due ${dayWithYear(due)}`}, {owner ?? 'nobody owns it'}
              </span>
            </>
          ),
        },
        {
          header: 'How it stands',
          cell: ({ colour, reasons }) => (
            <>
              <ColourTag colour={colour} />
              <span class="fp-second">{reasons.join(' ')}</span>
            </>
          ),
        },
        {
          header: 'Measures and evidence',
          cell: ({ measures, freshness, colour }) => (
            <>
              {measures.length === 0
                ? COLOURS[colour === 'red' ? 'red' : 'grey']
                : measures.map(({ code, words }) => `${code}: ${words}`).join(' ')}
              <span class="fp-second">Evidence: {freshness}</span>
            </>
          ),
        },
      ]}
      empty={<p>There is no finding that the maker may read.</p>}
    />
  )
}

function Evidence({ question: { number, evidence }, content: { frozenAt } }: PackedQuestionProps) {
  return (
    <DataTable
      caption={`Evidence on question ${number}`}
      rows={evidence}
      columns={[
        {
          header: 'What',
          cell: ({ title, words, reference }) => (
            <>
              {title}
              {reference !== null && (
                <>
                  {' '}
                  (<Reference>{reference}</Reference>)
                </>
              )}
              {words !== '' && <span class="fp-second">{words}</span>}
            </>
          ),
        },
        { header: 'Tells of', nowrap: true, cell: ({ observedOn }) => day(observedOn) },
        { header: 'Worth', cell: (each) => evidenceAge(each, frozenAt) },
        { header: 'Added by', cell: ({ addedBy }) => addedBy },
        { header: 'Marking', nowrap: true, cell: ({ marking }) => marking },
      ]}
      empty={<p>There is no evidence yet.</p>}
    />
  )
}
