import { dayAndTime } from '../words/dates.ts'
import type { Marking, StaffFrame } from './frame.ts'

/** The marking, first on every screen. */
export function MarkingStrip({ marking }: { readonly marking: Marking }) {
  return (
    <p class="fp-marking">
      <span class="govuk-visually-hidden">Marking: </span>
      {marking}
    </p>
  )
}

/** On every page of a demonstration, so that nobody takes its people for real ones. */
export function DemonstrationBanner() {
  return <p class="fp-demonstration">This is a demonstration: every person and incident in it is made up</p>
}

interface PrintFrameProps {
  readonly marking: Marking
  readonly frame: StaffFrame
}

/** The marking on each printed page. Seen only in print, where it repeats; the page's number comes from `@page`. */
export function PrintHead({ marking }: { readonly marking: Marking }) {
  return (
    <div class="fp-print-head" aria-hidden="true">
      <p>{marking}</p>
    </div>
  )
}

/** Who printed it, why and when, on each printed page. */
export function PrintFoot({ marking, frame }: PrintFrameProps) {
  return (
    <div class="fp-print-foot" aria-hidden="true">
      <p>
        Printed by {frame.reader.name}, {frame.reader.post}. Reason: {frame.printed.reason}.{' '}
        {dayAndTime(frame.printed.at)}. {marking}
      </p>
    </div>
  )
}
