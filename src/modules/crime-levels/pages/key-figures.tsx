import { Card, CardGrid } from '#ui/blocks/card.tsx'
import { KeyFigure } from '#ui/blocks/key-figure.tsx'
import { Details } from '#ui/govuk/details.tsx'
import { count } from '#ui/words/numbers.ts'
import { ASB } from '#kernel/occurrences/crime-types.ts'
import type { LevelModel, Shown } from '../queries/model.ts'
import { incidentsHref, type Query } from '../rules/addresses.ts'
import { LOW_ASB } from '../rules/low-asb.ts'
import { unitOf, whatWords } from '../rules/what.ts'
import { intervalWords, peopleWords, periodWords, rateNumber } from './words.ts'

interface KeyFiguresProps {
  readonly shown: Shown
  readonly level: LevelModel
  /** Anti-social behaviour, to stand beside crime; left out where it is what is shown. */
  readonly asb?: LevelModel | undefined
  /** Narrows the rows behind the numbers. */
  readonly narrow?: Query
}

/** How many, at what rate, and anti-social behaviour beside it. */
export function KeyFigures({ shown, level, asb, narrow = {} }: KeyFiguresProps) {
  const { what, from, to, source } = shown
  const rows = { what, from, to, source, ...narrow }
  const isAsb = what === ASB
  return (
    <CardGrid columns={3}>
      <Card title={whatWords(what)}>
        <KeyFigure
          large
          value={count(level.count)}
          href={incidentsHref(rows)}
          label={`${unitOf(what).many}, ${periodWords(shown)}`}
        />
      </Card>
      <Card title="For every 1,000 residents">
        <RateFigure level={level} />
      </Card>
      {(isAsb || asb) && (
        <Card title={isAsb ? LOW_ASB.short : 'Anti-social behaviour (ASB)'}>
          {asb && !isAsb && (
            <>
              <RateFigure level={asb} href={incidentsHref({ ...rows, what: ASB })} />
              <p class="fp-second">{LOW_ASB.short}.</p>
            </>
          )}
          {isAsb && <p>{LOW_ASB.why}</p>}
          <LowAsbDetails withWhy={!isAsb} />
        </Card>
      )}
    </CardGrid>
  )
}

function RateFigure({ level, href }: { readonly level: LevelModel; readonly href?: string }) {
  if (level.rate === null) return <p>{level.meaning}</p>
  return (
    <>
      <KeyFigure large value={rateNumber(level)} label={`a year, 95% interval ${intervalWords(level)}`} />
      <p class="fp-second">
        {level.basis === 'scaled' && 'Scaled to a year from the months loaded. '}
        {peopleWords(level)}
        {href && (
          <>
            {'. '}
            <a class="govuk-link" href={href}>
              {count(level.count)} incidents
            </a>
          </>
        )}
      </p>
    </>
  )
}

function LowAsbDetails({ withWhy }: { readonly withWhy: boolean }) {
  return (
    <Details summaryText="What would tell which">
      {withWhy && <p>{LOW_ASB.why}</p>}
      <p>{LOW_ASB.audit}</p>
    </Details>
  )
}
