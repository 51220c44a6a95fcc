import { beforeAll, describe, expect } from 'vitest'
import { faultsAtNight, faultsOnPhone } from '../pages/screen.ts'
import type { Visitor } from '../pages/visitor.ts'
import { addPair, type Pair } from '../site/add-pairs.ts'
import { story } from './story.ts'

let there: Pair
beforeAll(async () => {
  there = await addPair('Vandermeer')
}, 120_000)

const PAIR = /VANDERMEER, Daniel and VANDERMEER, Danny/

async function decides(visitor: Visitor, verdict: RegExp, reason: string): Promise<void> {
  await visitor.fields.tick(verdict)
  await visitor.fields.type('Reason', reason)
  await visitor.press('Decide')
}

describe('Two records of one man', () => {
  story(
    'are proposed by an officer, joined by two reviewers, shown as one, and parted again',
    async ({ visit }, given, when, then) => {
      const officer = await given('an officer has his page open', async () => {
        const visitor = await visit('officer')
        await visitor.goTo(`/people/${there.one}`)
        expect(await visitor.says()).not.toContain('shown as one person')
        return visitor
      })
      await when('they say that another record is of the same man', async () => {
        await officer.goTo(`/identities/propose?left=${there.one}&right=${there.other}`)
        await officer.fields.type('Why do they look the same to you?', 'The same scar on his chin, stopped twice')
        await officer.press('Propose')
      })
      await then('it waits for a reviewer, and they decide nothing themselves', async () => {
        expect(await officer.says()).toContain('Waits for a decision')
        expect(await officer.page.getByRole('button', { name: 'Decide' }).count()).toBe(0)
        await officer.goTo('/identities', 403)
      })
      const reviewer = await when('a reviewer finds it among what waits', async () => {
        const visitor = await visit('reviewer')
        await visitor.goTo('/identities')
        await visitor.follow(PAIR)
        return visitor
      })
      await then('they see both sides, what does not agree, and that it takes two', async () => {
        const said = await reviewer.says()
        for (const words of ['Not both true of one', 'The same scar on his chin', 'Wanted', '3 Elm Row', '2 Mar 1990'])
          expect(said).toContain(words)
        expect(said).toContain('a second person must confirm')
        expect(await faultsOnPhone(reviewer.page)).toEqual([])
        expect(await faultsAtNight(reviewer.page)).toEqual([])
      })
      await when('they decide that it is one man', () =>
        decides(reviewer, /^The same/, 'Custody photographs side by side; the day and month are swapped'),
      )
      await then('nothing changes yet, and they cannot be the second themselves', async () => {
        expect(await reviewer.says()).toContain('Waits for a second person')
        await officer.goTo(`/people/${there.one}`)
        expect(await officer.says()).not.toContain('shown as one person')
        await reviewer.follow('Decide')
        expect(await reviewer.says()).toContain('Somebody else must confirm or refuse it')
      })
      const second = await when('the records custodian confirms it', async () => {
        const visitor = await visit('custodian')
        await visitor.goTo('/identities?stage=second-needed')
        await visitor.follow(PAIR)
        await decides(visitor, /^The same/, 'Seen, and the same')
        return visitor
      })
      await then('both records are shown as one, to everybody, with both dates of birth', async () => {
        expect(await second.says()).toContain('Decided: the same')
        await officer.goTo(`/people/${there.one}`)
        const said = await officer.says()
        for (const words of ['2 records shown as one person', 'Sources differ', 'Wanted']) expect(said).toContain(words)
      })
      await when('the reviewer undoes it, since it was his brother', async () => {
        await reviewer.goTo(`/identities/history/${there.one}`)
        expect(await faultsOnPhone(reviewer.page)).toEqual([])
        await reviewer.follow(/^Undo/)
        await reviewer.fields.type('Reason', 'Fingerprints differ: a brother')
        await reviewer.press('Undo the merge')
      })
      await then('that takes two as well', async () => {
        await officer.goTo(`/people/${there.one}`)
        expect(await officer.says()).toContain('2 records shown as one person')
      })
      await when('the second person confirms', async () => {
        await second.goTo('/identities?stage=second-needed')
        await second.follow(PAIR)
        await decides(second, /^Not the same/, 'Fingerprints looked at')
      })
      await then('each stands by itself again, and the history says who and why', async () => {
        await officer.goTo(`/people/${there.one}`)
        expect(await officer.says()).not.toContain('shown as one person')
        await officer.goTo(`/identities/history/${there.one}`)
        const said = await officer.says()
        for (const words of ['parted', 'Fingerprints looked at', 'Seen, and the same', 'Mrs Bielski and Mr Adeyemi'])
          expect(said).toContain(words)
      })
    },
  )
})

describe('A protected identity', () => {
  story('shows in no list, count or page of anybody outside', async ({ visit }, given, when, then) => {
    const reviewer = await given('a reviewer is signed in', () => visit('reviewer'))
    await when('they look through what waits', () => reviewer.goTo('/identities'))
    await then('there is nothing of it, and what is counted is what they see', async () => {
      expect(await reviewer.page.content()).not.toMatch(/VANDERMEERHIDDEN|Gregor/)
      const waiting = /^([\d,]+) pairs?( or more)? wait/m.exec(await reviewer.says())
      expect(Number(waiting?.[1]?.replace(',', ''))).toBeGreaterThanOrEqual(
        (await reviewer.table('Pairs that wait')).length,
      )
    })
    await then('its pair and its page are not there, in the words for what never was', async () => {
      const answers: string[] = []
      for (const path of [
        `/identities/${there.hiddenProposal}`,
        '/identities/00000000-0000-4000-8000-000000000000',
        `/identities/history/${there.hidden}`,
        '/identities/history/999999999',
      ]) {
        await reviewer.goTo(path, 404)
        answers.push((await reviewer.heading()) + (await reviewer.says()).replaceAll(/\b[0-9a-f-]{6,}\b/g, ''))
      }
      expect(new Set(answers).size).toBe(1)
    })
    await then('nor does the open record tell of it', async () => {
      await reviewer.goTo(`/identities/history/${there.one}`)
      expect(await reviewer.page.content()).not.toMatch(/VANDERMEERHIDDEN|Gregor/)
    })
  })
})
