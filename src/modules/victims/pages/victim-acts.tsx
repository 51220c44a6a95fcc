import { CRIME_FLAGS } from '#kernel/victims-code/facts.ts'
import { referralConsent } from '#kernel/victims-code/rules/vic04-referral-consent.ts'
import type { StaffRoute } from '#kernel/web/view.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { CheckboxesField, RadiosField } from '#ui/forms/choice-fields.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { WarningText } from '#ui/govuk/warning-text.tsx'
import { plural } from '#ui/words/numbers.ts'
import { assessVictim } from '../commands/assess-victim.ts'
import { endVictim, followAgain } from '../commands/end-victim.ts'
import { noSafeContact, safeAgain } from '../commands/no-safe-contact.ts'
import { referVictim } from '../commands/refer.ts'
import { setWishes } from '../commands/set-wishes.ts'
import { WAYS } from '../rules/contact-results.ts'
import { ENDED_FOR } from '../rules/ending.ts'
import { ENHANCED_CHOICES } from '../rules/enhanced-choices.ts'
import { REFERRALS } from '../rules/referrals.ts'
import { act } from './act.tsx'
import { Suggestions } from './parts/who.tsx'

/** Needs, wishes, referral, and whether it is safe to reach them. */
export const victimActRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'assess',
      title: 'What do they need?',
      lead: 'Ask them. Any one reason gives enhanced rights; tick all that hold',
      submit: 'Save the assessment',
      done: 'assessed',
      stored: ({ detail: { reasons, flags, lossOrInjury } }) => ({
        reasons,
        flags,
        lossOrInjury: lossOrInjury ? ['yes'] : [],
      }),
      fields: ({ suggestions }) => (
        <>
          {suggestions.length > 0 && (
            <>
              <p class="govuk-body">What is known points to these. Ask them, and decide: none is ticked for you.</p>
              <Suggestions of={suggestions} />
            </>
          )}
          <TextArea name="needs" label="What they need" rows={4} />
          <CheckboxesField
            name="reasons"
            label="Reasons for enhanced rights"
            hint="None: standard rights. An upgrade brings shorter limits from now; a downgrade makes no open limit longer"
            choices={choicesOf(ENHANCED_CHOICES)}
            optional
          />
          <CheckboxesField name="flags" label="What the crime is" choices={choicesOf(CRIME_FLAGS)} optional />
          <CheckboxesField
            name="lossOrInjury"
            label="Harm"
            choices={[{ value: 'yes', text: 'They were injured, or lost something, or it was damaged' }]}
            optional
          />
        </>
      ),
    },
    assessVictim,
  ),
  ...act(
    {
      path: 'wishes',
      title: 'How do they wish to be reached?',
      submit: 'Keep their wishes',
      done: 'wishes',
      stored: ({ detail }) => ({
        way: detail.way ?? '',
        times: detail.times ?? '',
        language: detail.language ?? '',
        notToTell: detail.notToTell ?? '',
        every: String(detail.updateEvery),
        updates: detail.updatesDeclinedAt === null ? 'yes' : 'no',
      }),
      fields: () => (
        <>
          <SelectField name="way" label="Way" placeholder="Choose one" options={choicesOf(WAYS)} />
          <TextField name="times" label="When" hint="Such as: after six, not on Fridays" optional />
          <TextField name="language" label="Language" hint="And whether they need an interpreter" optional />
          <TextField
            name="notToTell"
            label="Who must not know"
            hint="That they are in contact with the police"
            optional
          />
          <RadiosField
            name="updates"
            label="Do they want updates?"
            hint="What was decided they are told in any case"
            choices={choicesOf({ yes: 'Yes', no: 'No' })}
            inline
          />
          <SelectField
            name="every"
            label="How often"
            options={choicesOf({
              7: 'Every week',
              14: 'Every two weeks',
              28: 'Every 28 days',
              56: 'Every 56 days',
              84: 'Every 84 days',
            })}
          />
        </>
      ),
    },
    setWishes,
  ),
  ...act(
    {
      path: 'refer',
      title: 'Referral to support',
      submit: 'Save',
      done: 'referred',
      fields: ({ detail }) => {
        const { why } = referralConsent(detail)
        return (
          <>
            <p class="govuk-body">{why}.</p>
            {detail.objectsToReferral && (
              <WarningText>They said that they do not want it. Nothing is sent unless they say yes.</WarningText>
            )}
            <RadiosField name="what" label="What happened" choices={choicesOf(REFERRALS)} />
            <CheckboxesField
              name="consent"
              label="Consent"
              choices={[{ value: 'yes', text: 'They were asked, and said yes' }]}
              optional
            />
            <TextField name="service" label="Service" hint="Where they were sent, or who answered" optional />
            <TextArea name="words" label="What was said" rows={3} />
          </>
        )
      },
    },
    referVictim,
  ),
  ...act(
    {
      path: 'unsafe',
      title: 'Is there no safe way to reach them?',
      lead: 'Clocks that may wait are stopped from now on, and the specialist is told. What is overdue stays overdue',
      submit: 'Stop the clocks',
      done: 'unsafe',
      fields: () => <TextArea name="reason" label="Why there is none" rows={3} />,
    },
    noSafeContact,
  ),
  ...act(
    {
      path: 'safe',
      title: 'Is it safe to reach them again?',
      submit: 'Let the clocks run on',
      done: 'safe',
      fields: () => <TextArea name="words" label="The safe way, and how it is known" rows={3} />,
    },
    safeAgain,
  ),
  ...act(
    {
      path: 'end',
      title: 'Are they not followed any more?',
      lead: 'Only when nothing is owed to them. This meets nothing and waives nothing',
      submit: 'End it',
      done: 'ended',
      fields: ({ owed }) => (
        <>
          {owed.length > 0 && (
            <WarningText>
              {plural(owed.length, 'thing')} owed: to be met or waived, one by one, before this.
            </WarningText>
          )}
          <RadiosField name="why" label="Why" choices={choicesOf(ENDED_FOR)} />
          <TextArea name="words" label="How it is known" rows={3} />
        </>
      ),
    },
    endVictim,
  ),
  ...act(
    {
      path: 'follow-again',
      title: 'Follow them again?',
      lead: 'What happens from now on is owed to them',
      submit: 'Follow them again',
      done: 'followed',
      fields: () => <TextArea name="words" label="Why" rows={3} />,
    },
    followAgain,
  ),
]
