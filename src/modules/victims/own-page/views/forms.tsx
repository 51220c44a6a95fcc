import { keysOf } from '#platform/edge.ts'
import { HiddenField } from '#ui/forms/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Radios } from '#ui/govuk/radios.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { longDay, dayOf, timeOfDay } from '#ui/words/dates.ts'
import { OWN_HELPED, OWN_MESSAGES, OWN_WISHES } from '../addresses.ts'
import { Back, Done } from './done.tsx'
import { quietly, type Frame } from './frame.tsx'

/** What a form of a victim’s page needs besides its model. */
export interface FormState {
  readonly csrf: string
  /** Goes with the form: sent twice, it is kept once. */
  readonly once: string
  /** The field that is wrong, with what to do; null where all is well. */
  readonly error: { readonly text: string; readonly field: string } | null
  /** What was typed. */
  readonly values: Readonly<Record<string, string>>
  readonly done: string | null
}

const said = ({ error }: FormState, field: string) => (error?.field === field ? { text: error.text } : null)

interface OwnWishes {
  readonly way: string | null
}

export function wishesView(frame: Frame, own: OwnWishes, form: FormState): string {
  const { wishes } = frame.words
  return quietly(frame, {
    heading: wishes.heading,
    error: form.error ?? undefined,
    before: <Back words={frame.words} />,
    children: (
      <>
        <p class="govuk-body">{wishes.lead}</p>
        <form method="post" action={OWN_WISHES} noValidate>
          <HiddenField name="_csrf" value={form.csrf} />
          <Radios
            name="way"
            value={form.values['way'] ?? own.way}
            fieldset={{ legend: { text: wishes.way, classes: 'govuk-fieldset__legend--m' } }}
            errorMessage={said(form, 'way')}
            items={keysOf(wishes.ways).map((way) => ({ value: way, text: wishes.ways[way] }))}
          />
          <Input
            id="times"
            name="times"
            label={{ text: wishes.times }}
            hint={{ text: wishes.timesHint }}
            errorMessage={said(form, 'times')}
            value={form.values['times']}
            autocomplete="off"
          />
          <Input
            id="language"
            name="language"
            label={{ text: wishes.language }}
            hint={{ text: wishes.languageHint }}
            errorMessage={said(form, 'language')}
            value={form.values['language']}
            autocomplete="off"
          />
          <Button>{wishes.submit}</Button>
        </form>
      </>
    ),
  })
}

export function helpedView(frame: Frame, _: unknown, form: FormState): string {
  const { helped } = frame.words
  return quietly(frame, {
    heading: helped.heading,
    error: form.error ?? undefined,
    before: <Back words={frame.words} />,
    children: (
      <form method="post" action={OWN_HELPED} noValidate>
        <HiddenField name="_csrf" value={form.csrf} />
        <HiddenField name="once" value={form.once} />
        <Radios
          name="helped"
          value={form.values['helped']}
          fieldset={{ legend: { text: helped.question, classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={said(form, 'helped')}
          items={keysOf(helped.answers).map((answer) => ({ value: answer, text: helped.answers[answer] }))}
        />
        <Textarea
          id="words"
          name="words"
          label={{ text: helped.words }}
          hint={{ text: helped.wordsHint }}
          errorMessage={said(form, 'words')}
          value={form.values['words']}
          rows={4}
        />
        <Button>{helped.submit}</Button>
      </form>
    ),
  })
}

interface OwnMessages {
  readonly messages: readonly { readonly at: string; readonly fromVictim: boolean; readonly words: string }[]
}

export function messagesView(frame: Frame, own: OwnMessages, form: FormState): string {
  const { messages } = frame.words
  return quietly(frame, {
    heading: messages.heading,
    error: form.error ?? undefined,
    before: (
      <>
        <Back words={frame.words} />
        {form.done !== null && <Done>{form.done}</Done>}
      </>
    ),
    children: (
      <>
        <p class="govuk-body">{messages.lead}</p>
        <form method="post" action={OWN_MESSAGES} noValidate>
          <HiddenField name="_csrf" value={form.csrf} />
          <HiddenField name="once" value={form.once} />
          <Textarea
            id="words"
            name="words"
            label={{ text: messages.words, classes: 'govuk-label--m' }}
            errorMessage={said(form, 'words')}
            value={form.values['words']}
            rows={4}
          />
          <Button>{messages.submit}</Button>
        </form>
        {own.messages.length === 0 && <p class="govuk-body">{messages.none}</p>}
        {own.messages.map(({ at, fromVictim, words }) => (
          <div class={`fp-quiet__message${fromVictim ? ' fp-quiet__message--you' : ''}`}>
            <strong>{fromVictim ? messages.you : messages.us}</strong>, {longDay(dayOf(at))}, {timeOfDay(at)}
            <br />
            {words}
          </div>
        ))}
      </>
    ),
  })
}
