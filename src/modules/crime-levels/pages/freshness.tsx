import { formatMonth } from '#calculations/calendar/civil-month.ts'
import { Time } from '#ui/blocks/time.tsx'
import type { LoadedModel, Shown } from '../queries/model.ts'
import { monthsBehind } from '../rules/months.ts'
import { SOURCE_WORDS } from '../rules/precision-words.ts'
import { missingWords } from './words.ts'

/** Up to which month there is data, when it came, and from where. */
export function Freshness({ loaded, shown }: { readonly loaded: LoadedModel; readonly shown: Shown | null }) {
  const last = loaded.months.at(-1)
  if (last === undefined || shown === null) return <>Nothing is loaded yet</>
  return (
    <>
      Data to {formatMonth(last)}
      {shown.source === 'street' && loaded.importedAt !== null && (
        <>
          , imported <Time instant={loaded.importedAt} />
        </>
      )}
      . {SOURCE_WORDS[shown.source].replace(/^./, (letter) => letter.toUpperCase())}
    </>
  )
}

/** What is not right with the data: months that are missing, or a feed that is behind. Undefined where all is well. */
export function dataWarning(loaded: LoadedModel, shown: Shown | null, now: Date): string | undefined {
  if (shown === null) return undefined
  const missing = missingWords(shown)
  if (missing !== null) return missing
  const last = loaded.months.at(-1)
  const behind = last === undefined || shown.source === 'demonstration' ? null : monthsBehind(last, now)
  return behind === null ? undefined : `The newest month loaded is ${behind} months old`
}
