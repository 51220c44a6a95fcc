/** Progress for a person at a terminal, on standard error: one line that is written over, or plain lines in a log. */
export interface ProgressLine {
  say(text: string): void
  progress(done: number, total: number | null, message: string): void
  end(): void
}

const WIDTH = 24

export function progressLine(shown: boolean): ProgressLine {
  const terminal = process.stderr.isTTY
  let open = false
  let last = ''
  const close = (): void => {
    if (open) process.stderr.write('\n')
    open = false
  }
  return {
    say(text) {
      close()
      if (shown) process.stderr.write(`${text}\n`)
    },
    progress(done, total, message) {
      if (!shown) return
      const text = progressText(done, total, message)
      if (text === last) return
      last = text
      if (terminal) {
        process.stderr.write(`\r\x1b[K${text}`)
        open = true
      } else if (total !== null && done >= total) process.stderr.write(`${text}\n`)
    },
    end: close,
  }
}

/** `[########----------------]  33% message`. */
export function progressText(done: number, total: number | null, message: string): string {
  if (total === null || total <= 0) return `${done.toLocaleString('en-GB')}  ${message}`
  const share = Math.min(1, done / total)
  const filled = Math.round(share * WIDTH)
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${String(Math.floor(share * 100)).padStart(3)}%  ${message}`
}
