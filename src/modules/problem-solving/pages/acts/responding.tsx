import type { StaffRoute } from '#kernel/web/view.ts'
import { RadiosField } from '#ui/forms/choice-fields.tsx'
import { DateField } from '#ui/forms/date-field.tsx'
import { SelectField } from '#ui/forms/select-field.tsx'
import { TextArea } from '#ui/forms/text-area.tsx'
import { TextField } from '#ui/forms/text-field.tsx'
import { rankWords } from '#kernel/duties/ranks.ts'
import { isKnownToFail, TACTICS, tacticWords } from '#kernel/tactics/tactics.ts'
import { choicesOf } from '#kernel/web/parts/choices.ts'
import { RANK_FOR } from '../../rules/pop06-who.ts'
import { keysOf } from '#platform/edge.ts'
import { addHypothesis, judgeHypothesis } from '../../commands/hypotheses.ts'
import { addResponse, approveResponse } from '../../commands/respond.ts'
import { HYPOTHESIS_STANDINGS } from '../../queries/plan-model.ts'
import { SIDES } from '../../reference/lists.ts'
import { TECHNIQUES, techniqueWords } from '../../reference/techniques.ts'
import { act, backSaying } from './act.tsx'

/** Why it happens, and what is done about it. */
export const respondingRoutes: readonly StaffRoute[] = [
  ...act(
    {
      path: 'hypothesis',
      title: 'Why might it happen?',
      lead: 'One reason at a time, with what would be seen if it were so',
      submit: 'Add hypothesis',
      fields: () => (
        <>
          <TextArea name="words" label="Hypothesis" rows={3} />
          <TextArea name="test" label="What would be seen if it were so" rows={3} />
        </>
      ),
    },
    addHypothesis,
    backSaying('hypothesis'),
  ),
  ...act(
    {
      path: 'judge',
      title: 'What was found?',
      submit: 'Save what was found',
      fields: ({ page }) => (
        <>
          <SelectField
            name="hypothesis"
            label="Hypothesis"
            placeholder="Choose one"
            options={page.plan.hypotheses.map(({ id, words }) => ({ value: id, text: words }))}
          />
          <RadiosField
            name="standing"
            label="It is"
            choices={choicesOf({ supported: HYPOTHESIS_STANDINGS.supported, refuted: HYPOTHESIS_STANDINGS.refuted })}
          />
          <TextArea name="shownBy" label="What was found" rows={4} />
        </>
      ),
    },
    judgeHypothesis,
    backSaying('judged'),
  ),
  ...act(
    {
      path: 'respond',
      title: 'What is done, by whom, and why should it work?',
      lead: 'Give it to one person, one team or one partner agency',
      submit: 'Add response',
      fields: ({ teams, agencies }) => (
        <>
          <TextField name="title" label="What is to be done" />
          <TextField name="person" label="Person" hint="Collar or staff number" width={10} optional />
          <SelectField name="team" label="Team" placeholder="None" options={teams} optional />
          <SelectField name="agency" label="Partner agency" placeholder="None" options={agencies} optional />
          <DateField name="dueOn" label="Due date" hint="For example, 31 3 2027" />
          <RadiosField
            name="side"
            label="On which side of the triangle"
            choices={keysOf(SIDES).map((side) => ({ value: side, text: SIDES[side].words }))}
          />
          <SelectField
            name="technique"
            label="Technique"
            placeholder="Choose one of the 25"
            options={keysOf(TECHNIQUES).map((code) => ({ value: code, text: techniqueWords(code) }))}
          />
          <TextArea name="mechanism" label="How it is to work" rows={3} />
          <SelectField
            name="tactic"
            label="Tactic of the library"
            hint="What research says of each stands in the library of tactics"
            placeholder="None of them"
            options={TACTICS.map((tactic) => ({
              value: tactic.code,
              text: `${tacticWords(tactic)}${isKnownToFail(tactic) ? `: ${rankWords(RANK_FOR.approve).toLowerCase()} only, with the reason` : ''}`,
            }))}
            optional
          />
          <TextArea
            name="failingReason"
            label="Why it is used although it is known to fail"
            hint="Only where the tactic has no effect, or does harm"
            rows={2}
            optional
          />
          <TextField
            name="evidenceLink"
            label="Evidence that it works"
            hint="Where it is: a study, a plan before"
            optional
          />
          <TextArea name="noEvidenceReason" label="Or why there is none" rows={2} optional />
        </>
      ),
    },
    addResponse,
    backSaying('response'),
  ),
  ...act(
    {
      path: 'approve',
      title: 'Is this response right for the problem?',
      lead: 'By rank, and not by whose plan it is',
      submit: 'Approve response',
      fields: () => <TextArea name="reason" label="Why" rows={4} />,
    },
    approveResponse,
    backSaying('approved'),
  ),
]
