/** Mail addresses as headers take them (RFC 5322 3.4.1, dot-atom form, US-ASCII). */
import {PublisherError} from '../../../errors.ts'

const ADDRESS =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/

/** Throws PublisherError MAIL_ADDRESS_INVALID. Quoted local parts and UTF-8 addresses are refused. */
export const mailAddress = (
  address: string,
  {documentId, path}: {readonly documentId: string; readonly path: string},
): string => {
  if (ADDRESS.test(address) && address.length <= 254) return address
  throw new PublisherError({
    documentId,
    path,
    code: 'MAIL_ADDRESS_INVALID',
    message: `"${address}" is not a mail address that every server takes. Write it as name@example.org, in US-ASCII.`,
  })
}
