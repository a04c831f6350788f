/** A change to one stored document, as the mutation API takes it: all of a list, or none. */
export interface PatchMutation {
  readonly patch: {
    readonly id: string
    /** The change is refused when somebody changed the document meanwhile. */
    readonly ifRevisionID?: string
    readonly set?: Readonly<Record<string, unknown>>
    readonly setIfMissing?: Readonly<Record<string, unknown>>
    readonly unset?: readonly string[]
    readonly insert?: {readonly after: string; readonly items: readonly unknown[]}
  }
}
