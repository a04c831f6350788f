import type {JoiningWords} from './words.ts'

export const en: JoiningWords = Object.freeze({
  signUp: {
    title: 'Get new articles',
    text: 'A short letter or a text message when there is something new. Every one of them says where to find help at once.',
  },
  email: 'Email address',
  phone: 'Mobile number',
  phoneHint: 'With the country’s code, such as +1 202 555 0143.',
  oneIsEnough: 'Fill in one of the two.',
  country: 'Country you are in',
  countryHint: 'Each message names the helplines of this country.',
  topics: 'Topics',
  topicsHint: 'Choose none to hear of all.',
  consent:
    'By signing up you agree that {site} sends you what you chose above. We count no openings and no clicks, and give your address to nobody. You can leave at any time: one click in every letter, or STOP as the answer to a text message. Your phone company may charge for texts.',
  signUpButton: 'Sign up',
  addressWrong: 'We need a whole email address, or a mobile number with its country’s code.',
  sent: {
    title: 'One more step',
    text: 'If you are not signed up yet, a message is on its way to you. Follow the link in it, and you are in. If nothing comes within some minutes, look among unwanted mail.',
  },
  confirm: {title: 'Is this your address?', text: 'Press the button, and you will hear from us.'},
  confirmButton: 'Yes, sign me up',
  confirmed: {
    title: 'You are signed up',
    text: 'Thank you. Each message has a link to leave or to choose other topics.',
  },
  leave: {title: 'Leave', text: 'Press the button, and you get nothing more from us.'},
  leaveButton: 'Unsubscribe',
  left: {title: 'You are unsubscribed', text: 'You get nothing more from us. Take care.'},
  preferences: {title: 'What you get', text: 'Choose what we send you.'},
  language: 'Language',
  pause: 'Pause: send me nothing for now',
  saveButton: 'Save',
  saved: {title: 'Saved', text: 'From the next message on you get what you chose.'},
  linkInvalid: {
    title: 'This link does not work',
    text: 'It may be incomplete, or too old. Take the link from the latest message that you got from us, or sign up anew.',
  },
  confirmMail: {
    subject: 'Please confirm your address',
    title: 'One more step',
    text: 'Somebody, most likely you, asked {site} to write to this address when there is something new. If it was you, press the button. If not, do nothing, and nothing more will come.',
    button: 'Yes, sign me up',
  },
  alreadyMail: {
    subject: 'You are signed up already',
    title: 'You are signed up already',
    text: 'Somebody, most likely you, filled in the form of {site} with this address. There is nothing to do: you get what you chose. Here you can choose anew, pause or leave.',
    button: 'Choose what you get',
  },
  confirmSms: 'Answer YES to get our news by text.',
  alreadySms: 'You get our texts already.',
  joinedSms: 'You get our texts now.',
  stoppedSms: 'You get no more texts.',
  helpSms: 'All helplines: {url}',
  tooMany: {
    title: 'Please wait a little',
    text: 'There were many attempts from your connection. Try again in an hour.',
  },
})
