import { StateTag } from '#ui/blocks/state-tag.tsx'
import type { DutyLine } from './lines.ts'
import { dueWords, timeLeft } from './due-words.ts'
import { isEnded, STANDINGS } from './standings.ts'

/** How it stands: while it is owed, how long is left or over. */
export function DutyState({ duty, now }: { readonly duty: Pick<DutyLine, 'standing' | 'dueAt'>; readonly now: Date }) {
  const { words, tag } = STANDINGS[duty.standing]
  const counts = duty.dueAt !== null && !isEnded(duty.standing)
  return <StateTag state={tag}>{counts ? timeLeft(duty.dueAt ?? '', now) : words}</StateTag>
}

/** When it is due, or that it has no due time. */
export function DueTime({ dueAt, now }: Pick<DutyLine, 'dueAt'> & { readonly now: Date }) {
  return dueAt === null ? <>no due time</> : <time datetime={dueAt}>{dueWords(dueAt, now)}</time>
}
