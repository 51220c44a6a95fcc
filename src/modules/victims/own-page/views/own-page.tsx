import { longDay, dayOf, timeOfDay } from '#ui/words/dates.ts'
import { OWN_HELPED, OWN_MESSAGES, OWN_WISHES } from '../addresses.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { OwnPageModel } from '../queries/own-model.ts'
import { promisesOf } from '../rules/vcp06-promises.ts'
import { quietly, type Frame } from './frame.tsx'
import { Done } from './done.tsx'

interface Shown {
  readonly now: string
  /** What was just done, in the catalogue’s words. */
  readonly done: string | null
}

export function ownPageView(frame: Frame, model: OwnPageModel, { now, done }: Shown): string {
  const { words } = frame
  const { page } = words
  return quietly(frame, {
    heading: page.heading,
    before: done !== null && <Done>{done}</Done>,
    children: (
      <>
        <p class="govuk-hint">{page.leaveHint}</p>
        <h2 class="govuk-heading-m">{page.happened}</h2>
        <Happened words={words} model={model} />
        <h2 class="govuk-heading-m">{page.next}</h2>
        <Next words={words} model={model} now={now} />
        <h2 class="govuk-heading-m">{page.who}</h2>
        <p class="govuk-body">
          {page.askFor(model.unit)} {model.phone !== null && page.ring(model.phone)}
        </p>
        <p class="govuk-body">{page.danger}</p>
        <h2 class="govuk-heading-m">{page.more}</h2>
        <ul class="govuk-list govuk-list--spaced">
          {model.messages && <Way href={OWN_MESSAGES} text={words.messages.link} />}
          <Way href={OWN_WISHES} text={words.wishes.link} />
          <Way href={OWN_HELPED} text={words.helped.link} />
        </ul>
        <h2 class="govuk-heading-m">{page.rights}</h2>
        {model.enhanced && <p class="govuk-body">{page.enhanced}</p>}
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {page.rightsOf[model.code ?? 'none'].map((right) => (
            <li>{right}</li>
          ))}
        </ul>
      </>
    ),
  })
}

interface Part {
  readonly words: Catalogue
  readonly model: OwnPageModel
}

function Happened({ words: { page, events }, model }: Part) {
  const report = { kind: 'crime-reported', at: model.reportedAt } as const
  const lines = [...model.happened, report].flatMap(({ kind, at }) => {
    const said = events[kind]
    return said === null ? [] : [{ said, on: longDay(dayOf(at)) }]
  })
  return (
    <>
      {model.newsWaits && <p class="govuk-inset-text">{page.newsWaits}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {lines.map(({ said, on }) => (
          <li>
            <strong>{on}</strong>
            <br />
            {said}
          </li>
        ))}
      </ul>
    </>
  )
}

function Next({ words: { page, promises }, model, now }: Part & { readonly now: string }) {
  const next = promisesOf(model.next, now)
  const { courtDays } = model
  if (next.length === 0 && courtDays.length === 0) return <p class="govuk-body">{page.nothingNext}</p>
  return (
    <ul class="govuk-list govuk-list--spaced">
      {courtDays.map((at) => (
        <li>
          <strong>{page.dayInCourt(`${longDay(dayOf(at))}, ${timeOfDay(at)}`)}</strong>
        </li>
      ))}
      {next.map(({ key, due, late }) => (
        <li>
          {promises[key]}
          <br />
          <span class={late ? 'fp-quiet__late' : undefined}>
            {due === null ? page.soon : (late ? page.late : page.by)(longDay(dayOf(due)))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Way({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  )
}
