import type { Content } from '../govuk/options.ts'

export interface ReferenceProps {
  /** Left out: not a link. */
  readonly href?: string | undefined
  readonly children: Content
}

/** A reference, vehicle mark or code, in the face where 0 and O, 1, l and I differ most. */
export function Reference({ href, children }: ReferenceProps) {
  return href ? (
    <a class="fp-mono govuk-link" href={href}>
      {children}
    </a>
  ) : (
    <span class="fp-mono">{children}</span>
  )
}
