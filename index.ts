/** The public API. Schemas are in `throwline/schemas`. */
export {projectConfig, type ProjectConfig} from './config.ts'
export {openContent} from './content/assemble.ts'
export type {Content, Parsed} from './content/content.ts'
export {fileSource} from './content/file-source.ts'
export type * from './content/model.ts'
export {sanitySource} from './content/sanity-source.ts'
export type {ContentSource} from './content/source.ts'
export type {Audience, CrisisNotice} from './crisis-notice/notice.ts'
export {NoticeBook} from './crisis-notice/notice-book.ts'
export {
  DigestPublication,
  Publication,
  SitePublication,
  type Tombstone,
} from './crisis-notice/policy.ts'
export * from './errors.ts'
export {
  createPublisher,
  type CreatePublisherOptions,
  type PublishEvent,
  type PublishOptions,
  type ThrowlinePublisher,
} from './publish.ts'
export {publishers} from './publishers/publishers.ts'
export type {Channel, EncodedMessage, Format, Output, Publisher} from './publishers/publisher.ts'
export type {SmsMessage} from './publishers/sms/message.ts'
export type {Expectation} from './verification/expectation.ts'
export {createGate, type Gate, VerifiedOutput} from './verification/gate.ts'
