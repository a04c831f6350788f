/** An SMTP server in a process of its own, which takes every mail and forgets it. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'

export interface Sink {
  readonly port: number
  /** Ends it; how many mails it took. */
  taken(): Promise<number>
}

export const startSink = async (): Promise<Sink> => {
  const sink = spawn(process.execPath, [join(import.meta.dirname, 'smtp-sink.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [first] = await once(sink.stdout, 'data')
  return {
    port: Number(String(first)),
    taken: async () => {
      sink.stdin.end()
      return Number(await text(sink.stdout))
    },
  }
}
