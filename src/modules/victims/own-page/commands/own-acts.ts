import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { refuseOn } from '#kernel/organisation/rules/rule.ts'
import { choice, optionalText, text } from '#platform/forms/fields.ts'
import { settingOf } from '../queries/setting.ts'
import { HELPED, MOST_WORDS, OWN_WAYS } from '../rules/own-choices.ts'
import { aboutOwn, ownVictim, PAGE_PURPOSE } from '../whose.ts'
import { tellStaff } from './tell-staff.ts'

const ownChanged = z.object({ victim: z.uuid() })
/** Made with the form: sent twice, it is kept once. */
const once = z.uuid({ error: 'Open the page again' })

export const setOwnWishes = command({
  name: 'own-page.set-wishes',
  summary: 'Say how you wish to be reached',
  input: z.object({
    way: choice('How', OWN_WAYS),
    times: optionalText('When', 200),
    language: optionalText('Language', 100),
  }),
  output: ownChanged,
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.wishes-set', subjects: aboutOwn, detail: ({ way }) => ({ way }) },
  async run(tx, { way, times, language }) {
    const victim = ownVictim(tx)
    await tx.db
      .updateTable('victim')
      .set({
        contact_way: way,
        // Left empty: as it was.
        ...(times !== null && { contact_times: times }),
        ...(language !== null && { language }),
      })
      .where('id', '=', victim)
      .execute()
    await tellStaff(tx, victim, 'victim.own-wishes', {
      kind: 'change',
      words: 'Changed by themselves, on their own page: how they wish to be reached.',
    })
    return { victim }
  },
})

export const sayHelped = command({
  name: 'own-page.say-helped',
  summary: 'Say whether your page helped',
  input: z.object({ once, helped: choice('One', HELPED), words: optionalText('What you say', MOST_WORDS) }),
  output: ownChanged,
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.helped-said', subjects: aboutOwn, detail: ({ helped }) => ({ helped }) },
  async run(tx, { once: id, helped, words }) {
    const victim = ownVictim(tx)
    const kept = await tx.client.query(
      `INSERT INTO victim_own_word (id, victim_id, at, helped, words) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [id, victim, tx.now, helped, words],
    )
    if (kept.rowCount === 1)
      await tellStaff(tx, victim, 'victim.own-word', {
        kind: 'note',
        words: 'Said on their own page whether it helped.',
      })
    return { victim }
  },
})

export const sendMessage = command({
  name: 'own-page.send-message',
  summary: 'Write to the officer in your case',
  input: z.object({ once, words: text('Your message', MOST_WORDS) }),
  output: ownChanged,
  access: { victim: 'any' },
  purpose: PAGE_PURPOSE,
  audit: { event: 'own-page.message-sent', subjects: aboutOwn },
  async run(tx, { once: id, words }) {
    const victim = ownVictim(tx)
    const { messages } = await settingOf(tx)
    refuseOn(messages ? null : { rule: 'VCP07', message: 'There are no messages here.' })
    const kept = await tx.client.query(
      `INSERT INTO victim_message (id, victim_id, at, from_victim, words) VALUES ($1, $2, $3, true, $4) ON CONFLICT DO NOTHING`,
      [id, victim, tx.now, words],
    )
    if (kept.rowCount === 1)
      await tellStaff(tx, victim, 'victim.own-message', { kind: 'contact', words: 'Wrote to us on their own page.' })
    return { victim }
  },
})
