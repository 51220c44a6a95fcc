// Packages and build, and nothing else.
import { prepare } from './prepare.mjs'

await prepare()
