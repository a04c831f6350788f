/** The model's people, helplines and notices as partners get them. An absent optional value is null. */
import type {Contributor, Helpline} from '../../content/model.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {noticeText} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {noticeFragment} from './fragment.ts'

export const contributorJson = ({kind, name, role, credentials, url}: Contributor) => ({
  kind,
  name,
  role: role ?? null,
  credentials: credentials ?? null,
  url: url ?? null,
})

export const helplineJson = (helpline: Helpline) => {
  const {name, country, languages, phone, sms, chatUrl, hours} = helpline
  return {
    name,
    country,
    languages,
    phone: phone === undefined ? null : {display: phone.display, dial: phone.dial},
    sms: sms === undefined ? null : {number: sms.number, keyword: sms.keyword ?? null},
    chatUrl: chatUrl ?? null,
    hours,
  }
}

/** The notice as data and as it is to be shown. */
export const noticeJson = perFrozen((notice: CrisisNotice) =>
  Object.freeze({
    heading: notice.heading,
    lead: notice.lead,
    emergency: {display: notice.emergency.display, dial: notice.emergency.dial},
    helplines: notice.helplines.map(helplineJson),
    html: noticeFragment(notice),
    text: noticeText(notice),
  }),
)
