/** The part of split-sms that the tests use; the package has no types of its own. */
declare module 'split-sms' {
  export function split(message: string): {
    readonly characterSet: 'GSM' | 'Unicode'
    readonly parts: readonly {readonly content: string; readonly bytes: number}[]
    /** Septets for GSM, octets for Unicode. */
    readonly bytes: number
  }
}
