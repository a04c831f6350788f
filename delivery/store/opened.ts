/** The reply to no request: the embedded database is open, or could not be opened. */
export const OPENED = 0
