import type { ComponentChildren, JSX } from 'preact'

type FigureProps = {
  /** Unique on the page. */
  id: string
  title: string
  /** The finding in a sentence or two, so that the chart only shows what the words say. */
  words: ComponentChildren
  /** The chart or map. */
  children: ComponentChildren
  /** The same numbers as a table (`ChartTable`). */
  table: ComponentChildren
  /** Source, period, denominator, what is left out. */
  howCounted: ComponentChildren
  headingLevel?: 2 | 3 | 4
}

/** The frame around every chart: title, finding, drawing, its numbers as a table, and how they were counted. */
export function Figure(props: FigureProps): JSX.Element {
  const { id, title, words, children, table, howCounted, headingLevel = 3 } = props
  const Heading = `h${headingLevel}` as const
  return (
    <figure class="chart-figure" aria-labelledby={`${id}-heading`}>
      <figcaption class="chart-caption">
        <Heading class="chart-heading" id={`${id}-heading`}>
          {title}
        </Heading>
        <p class="chart-words">{words}</p>
      </figcaption>
      {children}
      <details class="chart-details">
        <summary>The numbers as a table</summary>
        {table}
      </details>
      <details class="chart-details">
        <summary>How this is counted</summary>
        <div class="chart-method">{howCounted}</div>
      </details>
    </figure>
  )
}
