interface NewerOlderProps {
  /** The newest page, when this is not it. */
  readonly newest: string | null
  readonly older: string | null
  /** What is listed: "lines". */
  readonly what: string
}

/** The way through a list that is too long to count: to what is older, and back to the newest. */
export function NewerOlder({ newest, older, what }: NewerOlderProps) {
  if (newest === null && older === null) return null
  return (
    <nav class="govuk-button-group" aria-label={`More ${what}`}>
      {older !== null && (
        <a class="govuk-link" href={older} rel="next">
          Older {what}
        </a>
      )}
      {newest !== null && (
        <a class="govuk-link" href={newest}>
          Newest {what}
        </a>
      )}
    </nav>
  )
}
