import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { today } from '#kernel/organisation/today.ts'
import { keysOf } from '#platform/edge.ts'
import { id, optionalText } from '#platform/forms/fields.ts'
import { notLookedAt, waySaid, WAYS_TO_KNOW } from './ent01-looked-at.ts'
import { ENTERED_BY } from './entry-form.ts'
import { birthToKeep, bornFrom, phoneField, whoFields } from './fields.ts'
import { findLikely } from './likely.ts'
import { storeHome, storePerson, storePhone } from './store-person.ts'

const blank = z.literal('').transform(() => null)

export const enterPerson = command({
  name: 'party.enter-person',
  summary: 'Enter somebody who is not known yet, having looked at whoever is very like them',
  input: z.object({
    ...whoFields,
    sex: z
      .union([blank, z.enum(['female', 'male', 'other'], { error: 'Choose a sex from the list, or leave it' })])
      .optional(),
    address: optionalText('Address', 300),
    phone: phoneField,
    /** Whoever was shown and is somebody else. */
    different: z
      .union([z.array(id('Person')), id('Person').transform((one) => [one])])
      .optional()
      .transform((ids) => ids ?? []),
    how: z.union([blank, z.enum(keysOf(WAYS_TO_KNOW), { error: 'Choose how you know' })]).optional(),
  }),
  output: z.object({ id: z.int(), address: z.int().nullable(), phone: z.int().nullable() }),
  access: { staff: ENTERED_BY },
  purpose: 'policing',
  audit: {
    event: 'party.entered',
    subjects: ({ different }, output) =>
      [output.id, ...different, ...[output.address, output.phone].filter((one) => one !== null)].map((party) => ({
        kind: 'party',
        id: party,
      })),
    detail: ({ different, how }) => ({ different, how: how ?? null }),
  },
  async run(tx, { given, family, born, sex, address, phone, different, how }) {
    const when = bornFrom(born, today(tx))
    const likely = (await findLikely(tx, { given, family, born: when })).likely.map((one) => one.id)
    refuseOn(notLookedAt(likely, different), waySaid(likely, how ?? null))
    const person = await storePerson(tx, {
      given: given ?? '',
      family,
      birth: when === null ? null : birthToKeep(when),
      sex: sex ?? null,
    })
    return {
      id: person,
      address: address === null ? null : await storeHome(tx, person, address),
      phone: phone === null ? null : await storePhone(tx, person, phone),
    }
  },
})
