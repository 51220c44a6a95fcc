import { count } from '../words/numbers.ts'

export interface ProgressBarProps {
  /** What is being done: "Importing 2026-03 street crime". */
  readonly label: string
  readonly done: number
  /** Left out while it is not known. */
  readonly total?: number | undefined
  /** Of what: "rows". */
  readonly unit: string
  /** Where the progress island asks: JSON `{ done, total?, finished, href? }`. Left out once it is over. */
  readonly progressUrl?: string | undefined
}

/** How far a job is: a bar with its numbers in words. Right as rendered; the island keeps it fresh. */
export function ProgressBar({ label, done, total, unit, progressUrl }: ProgressBarProps) {
  return (
    <div class="fp-progress" data-progress-url={progressUrl}>
      <p class="fp-progress__label">{label}</p>
      <progress class="fp-progress__bar" aria-label={label} max={total} value={total === undefined ? undefined : done}>
        {count(done)}
      </progress>
      <p class="fp-progress__words" role="status" data-progress-unit={unit}>
        {total === undefined ? `${count(done)} ${unit}` : `${count(done)} of ${count(total)} ${unit}`}
      </p>
    </div>
  )
}

export interface ShareBarProps {
  /** What the bar says, for screen readers: "3 h 10 of 4 h". */
  readonly label: string
  /** From 0; above 1 is over its limit. */
  readonly share: number
  readonly state: 'holding' | 'slipping' | 'not-held' | 'too-few'
}

/** How much of its limit something has used; the numbers stand in words beside it. */
export function ShareBar({ label, share, state }: ShareBarProps) {
  return (
    <svg
      class={`fp-share fp-share--${state}`}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class="fp-share__ground" width="100" height="6" rx="1" />
      <rect class="fp-share__used" width={Math.round(Math.min(Math.max(share, 0), 1) * 100)} height="6" rx="1" />
    </svg>
  )
}
