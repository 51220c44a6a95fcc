/** One of those that may be meant. */
export interface SuggestChoice {
  /** What stands in the field once it is chosen: a page of this system. */
  readonly value: string
  readonly label: string
  /** What tells it from others of the name. */
  readonly about: string
  /** Why it is here. */
  readonly why: string
}

/** Reads the server's answer; what is not as expected is left out. */
export function readChoices(body: unknown): readonly SuggestChoice[] {
  const choices = get(body, 'choices')
  if (!Array.isArray(choices)) return []
  return choices.flatMap((one: unknown) => {
    const [value, label, about, why] = ['value', 'label', 'about', 'why'].map((key) => get(one, key))
    if (typeof value !== 'string' || typeof label !== 'string' || !/^\/(?!\/)/.test(value)) return []
    return [{ value, label, about: typeof about === 'string' ? about : '', why: typeof why === 'string' ? why : '' }]
  })
}

function get(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined
}
