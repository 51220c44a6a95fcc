import type { TestProject } from 'vitest/node'
import { makeTemplate } from './template.ts'
import { startTestCluster } from './test-cluster.ts'
import { startTestRun } from './test-run.ts'

/**
 * Vitest's global setup: one database server and one migrated template for all test files of a run, and nothing of them
 * afterwards. `TEST_DATABASE_OWNER_URL` names another server to use (its role must be allowed to make databases and
 * roles); otherwise it is an embedded one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_OWNER_URL']
  const cluster = given === undefined ? await startTestCluster() : { ownerUrl: given, stop: async () => undefined }
  try {
    const run = await startTestRun(cluster.ownerUrl, makeTemplate)
    project.provide('databases', run.databases)
    return async () => {
      await run.end()
      await cluster.stop()
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
