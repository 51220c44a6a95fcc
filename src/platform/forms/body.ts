const DATE_PART = /^(.+)-(day|month|year)$/

/** The fields that carry the form itself rather than an answer. */
export interface FormControls {
  readonly csrf: string | undefined
  readonly key: string | undefined
  readonly version: string | undefined
  readonly draft: string | undefined
}

/**
 * Splits a posted form into its controls (`_csrf`, `_key`, `_version`, `_draft`) and its answers; the three boxes of a
 * date become one field. Names that JavaScript treats specially are left out.
 */
export function readFormBody(body: unknown): {
  readonly controls: FormControls
  readonly answers: Record<string, unknown>
} {
  const answers: Record<string, unknown> = {}
  const controls: Record<string, string> = {}
  for (const [name, value] of Object.entries(isRecord(body) ? body : {})) {
    if (name === '__proto__' || name === 'constructor' || name === 'prototype') continue
    if (name.startsWith('_')) controls[name] = String(value)
    else assign(answers, name, value)
  }
  const { _csrf: csrf, _key: key, _version: version, _draft: draft } = controls
  return { controls: { csrf, key, version, draft }, answers }
}

function assign(answers: Record<string, unknown>, name: string, value: unknown): void {
  const part = DATE_PART.exec(name)
  const [, field, box] = part ?? []
  if (field === undefined || box === undefined) {
    answers[name] = value
    return
  }
  const before = answers[field]
  answers[field] = { ...(isRecord(before) ? before : {}), [box]: value }
}

/** The answers under the names of the form's own boxes again, for a form that is shown once more: dates as three boxes. */
export function asTyped(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      isRecord(value) ? Object.entries(value).map(([box, typed]) => [`${name}-${box}`, typed]) : [[name, value]],
    ),
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
