import type { Content } from '../govuk/options.ts'

export interface EmptyStateProps {
  /** What is not there: "No units yet". */
  readonly title: string
  /** What to do next, with its link if it has one. */
  readonly children: Content
}

/** What stands where a list would be: that there is nothing, and the next step. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="fp-empty">
      <p class="fp-empty__title">{title}</p>
      <div class="fp-empty__next">{children}</div>
    </div>
  )
}
