/** Every schema type: `schema: {types: schemaTypes}` in a Studio of your own. */
import {article} from './documents/article.ts'
import {contributor} from './documents/contributor.ts'
import {crisisNotice, topicHelplines} from './documents/crisis-notice.ts'
import {digest, digestAudience} from './documents/digest.ts'
import {helpline} from './documents/helpline.ts'
import {section} from './documents/section.ts'
import {mailSender, site} from './documents/site.ts'
import {source} from './documents/source.ts'
import {warning} from './documents/warning.ts'
import {citation} from './objects/citation.ts'
import {phoneNumber, smsNumber} from './objects/contact.ts'
import {correction} from './objects/correction.ts'
import {figure} from './objects/figure.ts'
import {helplineRef} from './objects/helpline-ref.ts'
import {hours, hoursSpan} from './objects/hours.ts'
import {portableText} from './objects/portable-text.ts'
import {retraction} from './objects/retraction.ts'
import {sourceOrganization, sourcePerson} from './objects/source-author.ts'
import {sourceRetraction} from './objects/source-retraction.ts'
import {table, tableRow} from './objects/table.ts'
import {warningRef} from './objects/warning-ref.ts'

export const schemaTypes = [
  article,
  section,
  source,
  warning,
  helpline,
  crisisNotice,
  contributor,
  digest,
  site,
  portableText,
  citation,
  figure,
  warningRef,
  helplineRef,
  table,
  tableRow,
  correction,
  retraction,
  sourcePerson,
  sourceOrganization,
  sourceRetraction,
  phoneNumber,
  smsNumber,
  hours,
  hoursSpan,
  topicHelplines,
  digestAudience,
  mailSender,
]
