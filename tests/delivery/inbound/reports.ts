/** Mails as they come back, with CRLF. */

const crlf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))

export const dsn = ({
  to,
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 <ana@reader.example>: User unknown',
  original = [],
}: {
  readonly to: string
  readonly action?: string
  readonly status?: string
  readonly diagnostic?: string
  readonly original?: readonly string[]
}): Buffer =>
  crlf([
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.reader.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="9B095B5ADSN"',
    '',
    '--9B095B5ADSN',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered. 4.4.4 is no status of it.',
    '',
    '--9B095B5ADSN',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.reader.example',
    'Arrival-Date: Mon, 23 Nov 2026 08:00:00 +0000',
    '',
    'Final-Recipient: rfc822; ana@reader.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic.slice(0, 15)}`,
    ` ${diagnostic.slice(15)}`,
    '',
    '--9B095B5ADSN',
    'Content-Type: message/rfc822',
    '',
    ...original,
    'Subject: Small steps',
    '',
    'Need help now?',
    '',
    '--9B095B5ADSN--',
    '',
  ])

export const plainBounce = (to: string, text: string, headers: readonly string[] = []): Buffer =>
  crlf([`To: ${to}`, 'Subject: failure notice', ...headers, '', text, ''])

export const complaint = ({
  type = 'abuse',
  report = [],
  original = [],
}: {
  readonly type?: string
  readonly report?: readonly string[]
  readonly original?: readonly string[]
}): Buffer =>
  crlf([
    'From: <abuse@service.example>',
    'To: complaints@health.example',
    'Subject: FW: Small steps',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part1"',
    '',
    '--part1',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '--part1',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    ...report,
    '',
    '--part1',
    'Content-Type: message/rfc822',
    '',
    ...original,
    'Subject: Small steps',
    '',
    'Need help now?',
    '--part1--',
    '',
  ])
