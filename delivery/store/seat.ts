/**
 * Who is alive. Each process that sends takes a seat, a number, and holds it until it ends, however
 * it ends: on PostgreSQL by an advisory lock of a session of its own, which the server lets go when
 * the connection does; on the embedded database by the folder's lock, since no other process has it.
 */
export interface Seat {
  readonly id: number
  /** Aborted when the seat is lost while the process lives: it must claim nothing more. */
  readonly lost: AbortSignal
  /** Its row goes too, unless a delivery still names it. */
  leave(): Promise<void>
}

export interface Seats {
  /** `about` names the process to whoever looks into the table. */
  take(about: string): Promise<Seat>
  /** Of these, the ones whose holders have ended. */
  dead(ids: readonly number[]): Promise<readonly number[]>
}
