import type {JoiningWords} from './words.ts'

export const fr: JoiningWords = Object.freeze({
  signUp: {
    title: 'Recevoir les nouveaux articles',
    text: 'Une courte lettre ou un SMS quand il y a du nouveau. Chacun dit où trouver de l’aide tout de suite.',
  },
  email: 'Adresse électronique',
  phone: 'Numéro de portable',
  phoneHint: 'Avec l’indicatif du pays, par exemple +33 6 12 34 56 78.',
  oneIsEnough: 'Remplissez l’un des deux.',
  country: 'Pays où vous êtes',
  countryHint: 'Chaque message donne les lignes d’écoute de ce pays.',
  topics: 'Sujets',
  topicsHint: 'N’en choisissez aucun pour tout recevoir.',
  consent:
    'En vous inscrivant, vous acceptez que {site} vous envoie ce que vous avez choisi. Nous ne comptons ni les ouvertures ni les clics et ne donnons votre adresse à personne. Vous pouvez arrêter à tout moment : un clic dans chaque lettre, ou STOP en réponse à un SMS. Votre opérateur peut facturer les SMS.',
  signUpButton: 'S’inscrire',
  addressWrong:
    'Il nous faut une adresse électronique complète, ou un numéro de portable avec l’indicatif du pays.',
  sent: {
    title: 'Encore une étape',
    text: 'Si vous n’êtes pas encore inscrit, un message est en route. Suivez le lien qu’il contient, et c’est fait. Si rien n’arrive d’ici quelques minutes, regardez dans les indésirables.',
  },
  confirm: {title: 'Est-ce votre adresse ?', text: 'Appuyez sur le bouton, et nous vous écrirons.'},
  confirmButton: 'Oui, m’inscrire',
  confirmed: {
    title: 'Vous êtes inscrit',
    text: 'Merci. Chaque message contient un lien pour arrêter ou choisir d’autres sujets.',
  },
  leave: {title: 'Se désinscrire', text: 'Appuyez sur le bouton, et vous ne recevrez plus rien.'},
  leaveButton: 'Se désinscrire',
  left: {title: 'Vous êtes désinscrit', text: 'Vous ne recevrez plus rien. Prenez soin de vous.'},
  preferences: {title: 'Ce que vous recevez', text: 'Choisissez ce que nous vous envoyons.'},
  language: 'Langue',
  pause: 'Pause : ne rien m’envoyer pour le moment',
  saveButton: 'Enregistrer',
  saved: {
    title: 'Enregistré',
    text: 'Dès le prochain message, vous recevrez ce que vous avez choisi.',
  },
  linkInvalid: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet ou trop ancien. Prenez le lien du dernier message reçu, ou inscrivez-vous de nouveau.',
  },
  confirmMail: {
    subject: 'Confirmez votre adresse',
    title: 'Encore une étape',
    text: 'Quelqu’un, sans doute vous, a demandé à {site} d’écrire à cette adresse quand il y a du nouveau. Si c’est vous, appuyez sur le bouton. Sinon, ne faites rien : rien d’autre n’arrivera.',
    button: 'Oui, m’inscrire',
  },
  alreadyMail: {
    subject: 'Vous êtes déjà inscrit',
    title: 'Vous êtes déjà inscrit',
    text: 'Quelqu’un, sans doute vous, a rempli le formulaire de {site} avec cette adresse. Il n’y a rien à faire : vous recevez ce que vous avez choisi. Ici, vous pouvez changer, faire une pause ou arrêter.',
    button: 'Choisir ce que je reçois',
  },
  confirmSms: 'Répondez YES pour vous inscrire.',
  alreadySms: 'Vous recevez déjà nos SMS.',
  joinedSms: 'Vous recevez nos SMS.',
  stoppedSms: 'Vous ne recevrez plus de SMS.',
  helpSms: "Toute l'aide : {url}",
  tooMany: {
    title: 'Un peu de patience',
    text: 'Il y a eu beaucoup d’essais depuis votre connexion. Réessayez dans une heure.',
  },
})
