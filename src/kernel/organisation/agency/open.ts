import { z } from 'zod'
import { about } from '#platform/operations/define.ts'
import { id } from '#platform/forms/fields.ts'
import { query } from '../../operations.ts'
import { agencyView, getAgency } from './row.ts'

export const openAgency = query({
  name: 'agency.open',
  summary: 'Open an agency',
  input: z.object({ id: id('Agency') }),
  output: agencyView,
  access: { staff: 'any' },
  purpose: 'who works where',
  audit: { event: 'agency.opened', subjects: about.nobody },
  run: (tx, input) => getAgency(tx, input.id),
})

export const beginAgency = query({
  name: 'agency.begin',
  summary: 'Begin to add an agency',
  input: z.object({}),
  output: z.object({}),
  access: { staff: ['administrator'] },
  purpose: 'administration',
  audit: { event: 'agency.begun', subjects: about.nobody },
  run: () => Promise.resolve({}),
})
