/** Every document and object type of the content model, for `schema.types` of a Sanity project. */
import {article} from './documents/article.ts'
import {contributor} from './documents/contributor.ts'
import {crisisNotice} from './documents/crisis-notice.ts'
import {digest} from './documents/digest.ts'
import {helpline} from './documents/helpline.ts'
import {section} from './documents/section.ts'
import {site} from './documents/site.ts'
import {source} from './documents/source.ts'
import {warning} from './documents/warning.ts'
import {audience} from './objects/audience.ts'
import {citation} from './objects/citation.ts'
import {correction} from './objects/correction.ts'
import {figure} from './objects/figure.ts'
import {helplineRef} from './objects/helpline-ref.ts'
import {hoursSpan} from './objects/hours-span.ts'
import {hours} from './objects/hours.ts'
import {link} from './objects/link.ts'
import {mailbox} from './objects/mailbox.ts'
import {phone} from './objects/phone.ts'
import {portableText} from './objects/portable-text.ts'
import {retraction} from './objects/retraction.ts'
import {sourceAuthor} from './objects/source-author.ts'
import {sourceRetraction} from './objects/source-retraction.ts'
import {tableRow} from './objects/table-row.ts'
import {table} from './objects/table.ts'
import {textLine} from './objects/text-line.ts'
import {topicHelplines} from './objects/topic-helplines.ts'
import {warningRef} from './objects/warning-ref.ts'

export const documentTypes = [
  crisisNotice,
  helpline,
  article,
  section,
  warning,
  source,
  contributor,
  digest,
  site,
]

export const objectTypes = [
  audience,
  citation,
  correction,
  figure,
  helplineRef,
  hours,
  hoursSpan,
  link,
  mailbox,
  phone,
  portableText,
  retraction,
  sourceAuthor,
  sourceRetraction,
  table,
  tableRow,
  textLine,
  topicHelplines,
  warningRef,
]

export const schemaTypes = [...documentTypes, ...objectTypes]

/** The `_id` that a notice for one audience must have. */
export {noticeId} from './rules/notices.ts'
