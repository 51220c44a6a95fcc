import { shareRecords, type LinkageModel, type Prepared, type SharedRecords } from '#calculations/linkage/index.ts'
import { carried } from '#platform/edge.ts'
import { openThread } from '#platform/threads/open-thread.ts'
import { createPartLinker, type LinkedPart, type Part } from './link-part.ts'

/** What a thread that links is given: plain data, its numbers in shared memory. */
export interface LinkWork {
  readonly shared: SharedRecords
  readonly model: LinkageModel
}

/**
 * Links parts on two threads, this one and one beside it, and gives each as it is done, in any order. The one beside goes on while
 * what it was given is written. A single part is not worth a second thread.
 */
export async function* linkParts(
  prepared: Prepared,
  model: LinkageModel,
  parts: readonly Part[],
): AsyncGenerator<LinkedPart> {
  const waiting = [...parts]
  const link = createPartLinker(prepared, model)
  const beside = parts.length > 1 ? openBeside(prepared, model) : null
  const done: LinkedPart[] = []
  const others = (async () => {
    if (beside === null) return
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) done.push(await beside.link(part))
  })()
  // Whatever it failed by is thrown below, when this thread has done its own.
  others.catch(() => undefined)
  try {
    for (;;) {
      const linked = done.shift()
      if (linked !== undefined) yield linked
      else {
        const part = waiting.shift()
        if (part === undefined) break
        yield await link(part)
      }
    }
    await others
    yield* done
  } finally {
    await beside?.end()
  }
}

function openBeside(prepared: Prepared, model: LinkageModel) {
  const work: LinkWork = { shared: shareRecords(prepared), model }
  const thread = openThread('link-thread', work)
  return {
    link: (part: Part) =>
      new Promise<LinkedPart>((resolve, reject) => {
        const ended = (code: number) => reject(new Error(`The thread that links ended with ${code}.`))
        thread.once('error', reject)
        thread.once('exit', ended)
        thread.once('message', (linked: unknown) => {
          thread.off('error', reject)
          thread.off('exit', ended)
          resolve(carried<LinkedPart>(linked))
        })
        thread.postMessage(part)
      }),
    end: () => thread.terminate(),
  }
}
