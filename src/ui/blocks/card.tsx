import { classNames, type Content } from '../govuk/options.ts'
import type { State } from './state-tag.tsx'

export interface CardProps {
  readonly title: string
  /** Small words above the title: "Question 1". */
  readonly over?: Content
  readonly headingLevel?: 2 | 3 | 4 | undefined
  /** Colours the upper edge; say the state in words inside as well. */
  readonly state?: State | undefined
  readonly id?: string | undefined
  /** Makes the title a link to all that the card tells in short. */
  readonly href?: string | undefined
  readonly children?: Content
}

/** A surface with a title. In rows of a `CardGrid`. */
export function Card({ title, over, headingLevel, state, id, href, children }: CardProps) {
  const Heading = `h${headingLevel ?? 2}` as const
  return (
    <section class={classNames('fp-card', state && `fp-card--${state}`)} id={id}>
      {over && <p class="fp-card__over">{over}</p>}
      <Heading class="fp-card__title">
        {href === undefined ? (
          title
        ) : (
          <a class="govuk-link" href={href}>
            {title}
          </a>
        )}
      </Heading>
      {children}
    </section>
  )
}

export interface CardGridProps {
  /** How many beside one another where there is room; `wide-narrow`: two, the first the wider. */
  readonly columns: 2 | 3 | 4 | 5 | 'wide-narrow'
  readonly children?: Content
}

/** Cards beside one another; one under another where there is no room. */
export function CardGrid({ columns, children }: CardGridProps) {
  return <div class={`fp-cards fp-cards--${columns}`}>{children}</div>
}

export interface CardRow {
  readonly text: Content
  /** Set to the right: how long is left, a state. */
  readonly note?: Content
}

/** Lines of a card: what, and at the right how it stands. */
export function CardRows({ rows }: { readonly rows: readonly CardRow[] }) {
  return (
    <ul class="fp-rows">
      {rows.map((row) => (
        <li class="fp-rows__row">
          <span>{row.text}</span>
          {row.note && <span class="fp-rows__note">{row.note}</span>}
        </li>
      ))}
    </ul>
  )
}
