import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { query } from '../operations.ts'

/** Who one is here, for programs that work with a person's session. */
export const showSession = query({
  name: 'session.show',
  summary: 'See who you are here, and the token that writes want',
  input: z.object({}),
  output: z.object({
    name: z.string(),
    posting: z.string().nullable(),
    roles: z.array(z.string()),
    csrfToken: z.string().nullable(),
  }),
  access: { staff: 'any', partner: 'any' },
  purpose: 'own session',
  audit: { event: 'session.shown', subjects: about.nobody },
  run: ({ reader, session }) =>
    Promise.resolve({
      name: reader.name,
      posting: reader.postingTitle,
      roles: [...reader.roles],
      csrfToken: session?.csrfToken ?? null,
    }),
})
