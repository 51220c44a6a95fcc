import { attributesOf, classNames, type Attributes, type Content, type Styled, type Words } from '../govuk/options.ts'

export interface TimelineItem {
  readonly label: Words
  readonly byline?: Words | undefined
  /** The instant for machines and the same in words; make the words with `#ui/words/dates.ts`. */
  readonly datetime: { readonly timestamp: string; readonly text: Content }
  readonly children?: Content
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface TimelineProps extends Styled {
  readonly items: readonly TimelineItem[]
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined
}

/** MoJ timeline: what happened to a record, and who did it. */
export function Timeline({ items, headingLevel, classes, attributes }: TimelineProps) {
  const Heading = `h${headingLevel ?? 2}` as const
  return (
    <div class={classNames('moj-timeline', classes)} {...attributesOf(attributes)}>
      {items.map((item) => (
        <div class={classNames('moj-timeline__item', item.classes)} {...attributesOf(item.attributes)}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.label.text}</Heading>{' '}
            {item.byline && <p class="moj-timeline__byline">by {item.byline.text}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={item.datetime.timestamp}>{item.datetime.text}</time>
          </p>
          <div class="moj-timeline__description">{item.children}</div>
        </div>
      ))}
    </div>
  )
}
