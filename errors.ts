/**
 * Every failure the product can name. One class a failure: a stable `code` in upper snake case,
 * the data that explains it, and a message that ends with what to do. docs/errors.md lists them.
 */

export abstract class ThrowlineError extends Error {
  abstract readonly code: string
}

/** One thing wrong with one document. `path` is Sanity path syntax: `sections[_key=="x"].body[3]`. */
export interface Problem {
  readonly documentId: string
  readonly path: string
  /** Upper snake case, e.g. `DANGLING_REFERENCE`. */
  readonly code: string
  /** What is wrong, then what to do about it. */
  readonly message: string
}

/** Documents that cannot become the model; all of a document's problems are reported together. */
export class ContentError extends ThrowlineError {
  readonly code = 'CONTENT_INVALID'
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.documentId} ${p.path}: ${p.message}`).join('\n'))
    this.name = 'ContentError'
    this.problems = Object.freeze([...problems])
  }
}

/** A dataset (file, archive or project) that cannot be read at all. */
export class SourceError extends ThrowlineError {
  readonly code: string
  readonly source: string
  constructor(data: {
    readonly code: string
    readonly source: string
    readonly message: string
    readonly cause?: unknown
  }) {
    super(`${data.source}: ${data.message}`, {cause: data.cause})
    this.name = 'SourceError'
    this.code = data.code
    this.source = data.source
  }
}

/** There is no crisis notice to attach: the article cannot be published for this audience. */
export class NoticeMissingError extends ThrowlineError {
  readonly code = 'NOTICE_MISSING'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.documentId} ${problem.path}: ${problem.message}`)
    this.name = 'NoticeMissingError'
    this.problem = problem
  }
}

/** A publisher cannot make a faithful artefact of valid content (a subject too long, an SMS too full). */
export class PublisherError extends ThrowlineError {
  readonly code: string
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.documentId} ${problem.path}: ${problem.message}`)
    this.name = 'PublisherError'
    this.code = problem.code
    this.problem = problem
  }
}

/** A block, mark or list item that a publisher has no component for. Never rendered around. */
export class UnknownBlockError extends ThrowlineError {
  readonly code = 'UNKNOWN_BLOCK'
  readonly kind: string
  constructor(kind: string) {
    super(
      `No publisher knows the Portable Text node "${kind}". Remove it from the document, or give every publisher a component for it.`,
    )
    this.name = 'UnknownBlockError'
    this.kind = kind
  }
}

/** The gate read an artefact back and did not find its notice: the artefact must not leave. */
export class NoticeLostError extends ThrowlineError {
  readonly code = 'NOTICE_LOST'
  readonly channel: string
  readonly artefact: string
  readonly reason: string
  constructor(data: {
    readonly channel: string
    readonly artefact: string
    readonly reason: string
  }) {
    super(
      `${data.artefact} (${data.channel}): the crisis notice is not there as a reader would need it: ${data.reason}. Nothing was written; mend the content or the publisher and publish again.`,
    )
    this.name = 'NoticeLostError'
    this.channel = data.channel
    this.artefact = data.artefact
    this.reason = data.reason
  }
}

/** Something handed over for delivery that no gate has passed. */
export class UnverifiedOutputError extends ThrowlineError {
  readonly code = 'OUTPUT_UNVERIFIED'
  constructor() {
    super(
      'Only a VerifiedOutput may leave the house. Pass the output through the gate (verification/gate.ts) and hand on what it returns.',
    )
    this.name = 'UnverifiedOutputError'
  }
}

interface ListenSettings {
  readonly port: string
  readonly host: string
}

type ListenMend = readonly [code: string, why: string, mend: (settings: ListenSettings) => string]

const LISTENING: Readonly<Record<string, ListenMend>> = {
  EADDRINUSE: [
    'PORT_TAKEN',
    'another program has it',
    ({port}) => `Stop that program, or choose another ${port}.`,
  ],
  EACCES: [
    'PORT_REFUSED',
    'this user may not open it',
    ({port}) => `Choose a ${port} of 1024 or more.`,
  ],
  EADDRNOTAVAIL: [
    'HOST_UNKNOWN',
    'this machine has no such address',
    ({host}) => `Choose another ${host}.`,
  ],
  ENOTFOUND: [
    'HOST_UNKNOWN',
    'this machine has no such address',
    ({host}) => `Choose another ${host}.`,
  ],
}

/** A port that cannot be listened on. */
export class ListenError extends ThrowlineError {
  readonly code: string
  readonly host: string
  readonly port: number
  constructor(data: {
    readonly host: string
    readonly port: number
    readonly cause: unknown
    /** What to change for another one; the options of a command when absent. */
    readonly settings?: ListenSettings
  }) {
    const {host, port, cause, settings = {port: '--port', host: '--host'}} = data
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const [code, why, mend] = LISTENING[reason] ?? [
      'PORT_REFUSED',
      cause instanceof Error ? cause.message : String(cause),
      () => `Choose another ${settings.port}.`,
    ]
    super(`Port ${port} of ${host} cannot be opened: ${why}. ${mend(settings)}`, {cause})
    this.name = 'ListenError'
    this.code = code
    this.host = host
    this.port = port
  }
}

const WRITING: Readonly<Record<string, readonly [why: string, mend: string]>> = {
  EACCES: ['this user may not write there', 'Name another --out, or have its rights changed'],
  EPERM: ['this user may not write there', 'Name another --out, or have its rights changed'],
  EROFS: ['the file system is read-only', 'Name another --out'],
  ENOSPC: ['the disk is full', 'Make room'],
  EDQUOT: ['the disk quota is used up', 'Make room'],
  EISDIR: ['a folder is in its place', 'Remove it, or name another --out'],
  ENOTEMPTY: ['a folder is in its place', 'Remove it, or name another --out'],
  ENOTDIR: ['a file is where a folder must be', 'Remove it, or name another --out'],
  EEXIST: ['a file is where a folder must be', 'Remove it, or name another --out'],
}

/** A file of the output folder that cannot be read or written; what stood there stands still. */
export class OutFolderError extends ThrowlineError {
  readonly code = 'OUT_UNWRITABLE'
  readonly file: string
  constructor({file, cause}: {readonly file: string; readonly cause: unknown}) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const other = cause instanceof Error ? cause.message : String(cause)
    const [why, mend] = WRITING[reason] ?? [other, 'Mend that']
    super(`${file}: ${why}. ${mend}, and publish again: the run goes on where it stopped.`, {cause})
    this.name = 'OutFolderError'
    this.file = file
  }
}

/** What ended a thread of a run, in its words: no class crosses from one thread to another. */
export class ThreadError extends ThrowlineError {
  readonly code: string
  constructor({code, message}: {readonly code: string; readonly message: string}) {
    super(message)
    this.name = 'ThreadError'
    this.code = code
  }
}

/** A missing or malformed setting, named. */
export class ConfigError extends ThrowlineError {
  readonly code = 'CONFIG_INVALID'
  readonly variable: string
  constructor(variable: string, message: string) {
    super(`${variable}: ${message}`)
    this.name = 'ConfigError'
    this.variable = variable
  }
}

/** The command line was used wrongly (exit status 2). */
export class UsageError extends ThrowlineError {
  readonly code = 'USAGE'
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** The local Content Lake cannot start, or cannot go on. */
export class LakeError extends ThrowlineError {
  readonly code: LakeErrorCode
  constructor(code: LakeErrorCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'LakeError'
    this.code = code
  }
}

export type LakeErrorCode =
  | 'LAKE_CORRUPT'
  | 'LAKE_FOLDER_UNWRITABLE'
  | 'LAKE_LOCKED'
  | 'LAKE_PORT_TAKEN'
  | 'LAKE_TOKEN_NEEDED'
  | 'LAKE_WRITE_FAILED'

/** The database of subscribers and deliveries cannot be opened, or is not the one that is meant. */
export class StoreError extends ThrowlineError {
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'StoreError'
    this.code = code
  }
}

export type StoreErrorCode =
  | 'STORE_CORRUPT'
  | 'STORE_FOLDER_UNWRITABLE'
  | 'STORE_LOCKED'
  | 'STORE_NEWER'
  | 'STORE_SECRET_CHANGED'
  | 'STORE_TOO_OLD'
  | 'STORE_UNREACHABLE'

/** A file of subscribers that cannot be read from some line on; rows before it may have been taken. */
export class SubscriberFileError extends ThrowlineError {
  readonly code: 'SUBSCRIBERS_HEADER' | 'SUBSCRIBERS_UNREADABLE'
  /** From 1. */
  readonly line: number
  constructor(code: SubscriberFileError['code'], line: number, message: string) {
    super(`Line ${line}: ${message}`)
    this.name = 'SubscriberFileError'
    this.code = code
    this.line = line
  }
}

/** A campaign that is not there, or not in a state for what is asked. */
export class CampaignError extends ThrowlineError {
  readonly code: CampaignErrorCode
  constructor(code: CampaignErrorCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'CampaignError'
    this.code = code
  }
}

export type CampaignErrorCode =
  | 'CAMPAIGN_OPEN'
  | 'CAMPAIGN_UNREADABLE'
  | 'CAMPAIGN_CANNOT_FOLLOW'
  | 'CAMPAIGN_STATE'
  | 'CAMPAIGN_UNKNOWN'
  | 'CAMPAIGN_WITHOUT_RECIPIENTS'

/** A helpline that another cannot replace; nothing was changed. */
export class HelplineError extends ThrowlineError {
  readonly code = 'HELPLINE_NOT_REPLACED'
  constructor(message: string) {
    super(message)
    this.name = 'HelplineError'
  }
}

/** A mail that cannot be compiled, or a value that one may not carry. */
export class MailError extends ThrowlineError {
  readonly code: MailErrorCode
  constructor(code: MailErrorCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'MailError'
    this.code = code
  }
}

export type MailErrorCode =
  | 'DKIM_KEY_INVALID'
  | 'MAIL_LINK_INSECURE'
  | 'MAIL_LINK_MISSING'
  | 'MAIL_SHAPE_UNKNOWN'
  | 'MAIL_VALUE_REFUSED'

/** A partner that is not there, or not as what is asked needs it. */
export class PartnerError extends ThrowlineError {
  readonly code: PartnerErrorCode
  constructor(code: PartnerErrorCode, message: string) {
    super(message)
    this.name = 'PartnerError'
    this.code = code
  }
}

export type PartnerErrorCode = 'PARTNER_NAME_TAKEN' | 'PARTNER_REVOKED' | 'PARTNER_UNKNOWN'

/** A partner's webhook that cannot be as it was asked for. */
export class WebhookError extends ThrowlineError {
  readonly code: WebhookErrorCode
  constructor(code: WebhookErrorCode, message: string) {
    super(message)
    this.name = 'WebhookError'
    this.code = code
  }
}

export type WebhookErrorCode = 'WEBHOOK_CURSOR_UNKNOWN' | 'WEBHOOK_MISSING' | 'WEBHOOK_URL_REFUSED'

/** An audit of partner pages that cannot begin. */
export class AuditError extends ThrowlineError {
  readonly code: AuditErrorCode
  constructor(code: AuditErrorCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'AuditError'
    this.code = code
  }
}

export type AuditErrorCode = 'AUDIT_BROWSER_MISSING'
