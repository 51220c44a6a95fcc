/**
 * Starts Debian's PostgreSQL 15 in a temporary folder, for running the data tests on the oldest version that is supported:
 *
 *     node test/setup/debian-postgres.mjs -- npx vitest run src/platform/db
 *     node test/setup/debian-postgres.mjs          (prints the URL and runs until stopped)
 *
 * The command finds the server in TEST_DATABASE_OWNER_URL. Plain JavaScript, so that CI can run it before any build.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const programs = '/usr/lib/postgresql/15/bin'

const isRoot = process.getuid?.() === 0

/** Whether Debian's PostgreSQL 15 is installed here. */
export const hasDebianPostgres = () => existsSync(join(programs, 'postgres'))

const installDebianPostgres = () => {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'PostgreSQL 15 of Debian is not installed (looked for /usr/lib/postgresql/15/bin/postgres). ' +
        'As root: apt-get install -y --no-install-recommends postgresql-15',
    )
  }
  // Debian's package otherwise makes and starts a server of its own, which nobody asked for.
  const settings = '/etc/postgresql-common/createcluster.conf'
  if (!existsSync(settings)) {
    mkdirSync('/etc/postgresql-common', { recursive: true })
    writeFileSync(settings, 'create_main_cluster = false\n')
  }
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  execFileSync('apt-get', ['update'], options)
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-15'], options)
}

/** The user to run as: PostgreSQL refuses root. Empty for an ordinary user. */
const chooseUser = () => {
  if (!isRoot) return {}
  const id = (flag, name) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') }
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') }
  }
}

const run = (program, parameters, user) => {
  try {
    return execFileSync(join(programs, program), parameters, { ...user, cwd: '/', encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    throw new Error(`${program} failed: ${error.stderr || error.message}`, { cause: error })
  }
}

// As on a server of one's own: an owner who is no superuser. It ends other connections only to drop a test's database.
const ownerSql = `CREATE ROLE frankpledge_owner LOGIN CREATEDB CREATEROLE; GRANT pg_signal_backend TO frankpledge_owner`

/**
 * Starts a server on a socket in a temporary folder, installing Debian's package when it is missing and this is root.
 *
 * @returns {Promise<{ ownerUrl: string, stop(): Promise<void> }>}
 */
export const startDebianPostgres = async () => {
  if (!hasDebianPostgres()) installDebianPostgres()
  const user = chooseUser()
  // Named after this process, like every folder of the tests, so that a later run can tell that it was left behind.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `frankpledge-test-${process.pid}-debian-`)))
  chmodSync(folder, 0o700)
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  const stop = async () => {
    if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w'], user)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], user)
    const settings = [
      ['listen_addresses', ''],
      ['unix_socket_directories', folder],
      ['max_connections', '200'],
      ['timezone', 'UTC'],
      ['fsync', 'off'],
      ['synchronous_commit', 'off'],
      ['full_page_writes', 'off'],
    ]
    // In the file rather than on the command line, where pg_ctl would put them through a shell.
    writeFileSync(
      join(data, 'postgresql.auto.conf'),
      settings.map(([name, value]) => `${name} = '${value}'\n`).join(''),
    )
    run('pg_ctl', ['start', '-D', data, '-l', log, '-w', '-t', '60'], user)
    run('psql', ['-h', folder, '-U', 'postgres', '-d', 'postgres', '-q', '-c', ownerSql], user)
    return { ownerUrl: `postgresql://frankpledge_owner@/postgres?host=${encodeURIComponent(folder)}&port=5432`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Runs the command with the server's URL in its environment; answers its exit code. */
const runCommand = (command, ownerUrl) =>
  new Promise((resolve, reject) => {
    const [program, ...parameters] = command
    const child = spawn(program, parameters, {
      stdio: 'inherit',
      env: { ...process.env, TEST_DATABASE_OWNER_URL: ownerUrl },
    })
    // The terminal sends Ctrl-C to the command as well: wait for it to end, then stop the server.
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })

const untilStopped = () =>
  new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000)
    const end = () => {
      clearInterval(alive)
      resolve(0)
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })

const main = async () => {
  const separator = process.argv.indexOf('--')
  const command = separator === -1 ? [] : process.argv.slice(separator + 1)
  const server = await startDebianPostgres()
  try {
    if (command.length > 0) return await runCommand(command, server.ownerUrl)
    process.stdout.write(`TEST_DATABASE_OWNER_URL='${server.ownerUrl}'\n`)
    return await untilStopped()
  } finally {
    await server.stop()
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
