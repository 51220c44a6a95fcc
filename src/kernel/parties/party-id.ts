import { z } from 'zod'

/** A party in a form, by its number or by the address of its page, as pickers send it: `17`, `/people/17`. */
export function partyId(label: string) {
  const error = `Choose ${label} from the list, or give the address of its page`
  return z.union(
    [
      z.int({ error }).positive({ error }),
      z
        .string()
        .regex(/^(?:\S{0,200}\/)?[1-9]\d{0,14}$/, { error })
        .transform((text) => Number(text.slice(text.lastIndexOf('/') + 1))),
    ],
    { error },
  )
}
