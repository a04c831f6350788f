/** A certificate for localhost that it signed itself (X.509, P-256), made anew for each test. */
import {generateKeyPairSync, sign} from 'node:crypto'

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const {length} = content
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts)
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'))

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const LOCALHOST = sequence(
  tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from('localhost')))), // commonName
)

export const selfSigned = (): {readonly key: string; readonly cert: string} => {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'})
  const time = (text: string): Buffer => tlv(0x17, Buffer.from(text))
  const unsigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))), // version 3
    tlv(0x02, Buffer.from([1])), // serial number
    ECDSA_SHA256,
    LOCALHOST,
    sequence(time('200101000000Z'), time('491231235959Z')),
    LOCALHOST,
    publicKey.export({format: 'der', type: 'spki'}),
  )
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', unsigned, privateKey))
  const der = sequence(unsigned, ECDSA_SHA256, signature)
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({format: 'pem', type: 'pkcs8'}).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}
