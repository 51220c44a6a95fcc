import type { Answers, Instrument } from '../instrument.ts'

/**
 * ASM01 Every item of the instrument is answered, on its scale, and nothing else. ASM02 Who judges otherwise than the answers
 * suggest says why. Gives what is wrong, by field, or null.
 */
export function assessmentProblem(
  { items, scale, judgements, suggest }: Pick<Instrument, 'items' | 'scale' | 'judgements' | 'suggest'>,
  answers: Answers,
  judgement: string,
  reason: string | null,
): Readonly<Record<string, string>> | null {
  const wrong: [string, string][] = items.flatMap(({ code, words }): [string, string][] => {
    const step = answers[code]
    if (step !== undefined && Number.isInteger(step) && step >= 0 && step < scale.length) return []
    return [[code, `Choose how far this is so: ${words} (ASM01)`]]
  })
  if (!Object.hasOwn(judgements, judgement)) wrong.push(['judgement', 'Choose your judgement from the list (ASM01)'])
  if (wrong.length > 0) return Object.fromEntries(wrong)
  if (judgement !== suggest(answers) && reason === null)
    return { reason: 'The answers suggest something else. Say why you judge otherwise. (ASM02)' }
  return null
}
