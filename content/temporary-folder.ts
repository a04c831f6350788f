/**
 * Folders for what is unpacked or spooled. Each is named for the process that made it, so that what a
 * killed one left is recognised and removed.
 */
import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'

/** A temporary folder may be shared by containers, whose process ids mean nothing to one another. */
const HOST = hostname()
  .replace(/[^A-Za-z0-9]+/g, '-')
  .slice(0, 40)

/** `throwline-run.<host>.<process id>.<random>` */
const NAME = /^throwline-run\.([A-Za-z0-9-]*)\.(\d+)\.[A-Za-z0-9]{6}$/

const own = new Set<string>()

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, for somebody else
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

const isStale = (name: string): boolean => {
  const [, host, digits] = NAME.exec(name) ?? []
  if (host !== HOST || own.has(name)) return false
  const pid = Number(digits)
  // in a container every run may have the same id, and this one made it not
  return pid === process.pid || !isRunning(pid)
}

/** Removes what processes of this host that are gone have left. Never fails: it is housekeeping. */
export const sweepTemporaryFolders = async (folder = tmpdir()): Promise<void> => {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  const stale = entries.filter((entry) => entry.isDirectory() && isStale(entry.name))
  await Promise.allSettled(
    stale.map((entry) => rm(join(folder, entry.name), {recursive: true, force: true})),
  )
}

/** A new and empty folder, this user's alone; whoever asks for it removes it. */
export const temporaryFolder = async (): Promise<string> => {
  const prefix = `throwline-run.${HOST}.${process.pid}.`
  const folder = await mkdtemp(join(tmpdir(), prefix))
  own.add(folder.slice(-(prefix.length + 6)))
  return folder
}
