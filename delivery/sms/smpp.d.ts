/** The part of smpp that is used here and in the tests; the package has no types of its own. */
declare module 'smpp' {
  import type {EventEmitter} from 'node:events'
  import type {Server as NetServer} from 'node:net'

  /** Fields of a PDU by the names of SMPP 3.4; what came over the wire is not to be trusted. */
  export interface Pdu {
    readonly [field: string]: unknown
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    response(fields?: Readonly<Record<string, unknown>>): Pdu
  }

  export interface Session extends EventEmitter {
    readonly socket: {readonly writable: boolean}
    /** False when nothing was written, since the connection is not open. */
    send(pdu: Pdu, onResponse?: (response: Pdu) => void): boolean
    bind_transceiver(
      fields: Readonly<Record<string, unknown>>,
      onResponse: (response: Pdu) => void,
    ): boolean
    submit_sm(
      fields: Readonly<Record<string, unknown>>,
      onResponse: (response: Pdu) => void,
    ): boolean
    deliver_sm(
      fields: Readonly<Record<string, unknown>>,
      onResponse?: (response: Pdu) => void,
    ): boolean
    enquire_link(onResponse: (response: Pdu) => void): boolean
    unbind(onResponse: (response: Pdu) => void): boolean
    close(): void
    destroy(): void
  }

  const smpp: {
    connect(
      options: {
        readonly host: string
        readonly port: number
        readonly tls: boolean
        readonly servername?: string
      },
      listener: () => void,
    ): Session
    createServer(
      options: Readonly<Record<string, unknown>>,
      listener: (session: Session) => void,
    ): NetServer
  }
  export default smpp
}
