export interface DraftBody {
  /** From `_draft`. */
  readonly key: string | undefined
  /** The version of the record that was seen, from `_version`. */
  readonly version: number | undefined
  /** By field name; a list where a name was sent more than once. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

/** What autosave posts to `draft.save`, from the entries of a form: no files, and none of the form's own hidden fields among the values. */
export function draftBody(entries: readonly (readonly [string, unknown])[]): DraftBody {
  const values = new Map<string, string | readonly string[]>()
  const own = new Map<string, string>()
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    if (name.startsWith('_')) {
      own.set(name, value)
      continue
    }
    const before = values.get(name)
    values.set(name, before === undefined ? value : typeof before === 'string' ? [before, value] : [...before, value])
  }
  const version = own.get('_version')
  return {
    key: own.get('_draft'),
    version: version === undefined ? undefined : Number(version),
    fields: Object.fromEntries(values),
  }
}
