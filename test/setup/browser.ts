import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

let connected: Promise<Browser> | undefined

const connect = async (): Promise<Browser> => {
  const answer = await fetch(inject('browserServer'))
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return chromium.connect(text)
}

/** The run's browser. Make a context of your own in it, and close that: the browser itself belongs to the whole run. */
export const getBrowser = async (): Promise<Browser> => (connected ??= connect())
