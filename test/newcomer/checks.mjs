// What a program of plain steps shares: each said as it is done, and counted.

/** Runs steps one after the other; the first that fails ends the story, since the next ones stand on it. */
export function newStory() {
  let passed = 0
  let failed = 0
  return {
    /** Does one step and says how long it took. Throws when it does not hold. */
    async step(what, work) {
      const started = performance.now()
      try {
        const said = await work()
        passed++
        console.log(`ok ${what} (${seconds(started)}${typeof said === 'string' ? `; ${said}` : ''})`)
      } catch (error) {
        failed++
        console.log(`NOT OK ${what} (${seconds(started)}): ${error.message}`)
        throw new Error('The story ends here.', { cause: error })
      }
    },
    /** Prints the line that the gates add up; gives the exit code. */
    end() {
      console.log(`${passed} passed, ${failed} failed`)
      return failed === 0 && passed > 0 ? 0 : 1
    },
  }
}

function seconds(started) {
  return `${((performance.now() - started) / 1_000).toFixed(1)} s`
}

export function holds(condition, words) {
  if (!condition) throw new Error(words)
}
