#!/usr/bin/env node
import { prepare } from '../scripts/prepare.mjs'

await prepare({ quiet: process.argv.includes('--json') })
await import('../dist/cli.mjs')
