import type {JoiningWords} from './words.ts'

export const es: JoiningWords = Object.freeze({
  signUp: {
    title: 'Recibe los artículos nuevos',
    text: 'Una carta breve o un mensaje de texto cuando haya algo nuevo. Todos dicen dónde encontrar ayuda de inmediato.',
  },
  email: 'Correo electrónico',
  phone: 'Número de móvil',
  phoneHint: 'Con el prefijo del país, por ejemplo +34 612 34 56 78.',
  oneIsEnough: 'Rellena uno de los dos.',
  country: 'País en el que estás',
  countryHint: 'Cada mensaje da las líneas de ayuda de este país.',
  topics: 'Temas',
  topicsHint: 'Si no eliges ninguno, los recibes todos.',
  consent:
    'Al suscribirte aceptas que {site} te envíe lo que has elegido. No contamos lecturas ni clics, y no damos tu dirección a nadie. Puedes dejarlo cuando quieras: con un clic en cada carta, o respondiendo STOP a un mensaje de texto. Tu operador puede cobrar los mensajes.',
  signUpButton: 'Suscribirme',
  addressWrong: 'Necesitamos un correo electrónico completo o un móvil con el prefijo del país.',
  sent: {
    title: 'Falta un paso',
    text: 'Si aún no estás en la lista, te llegará un mensaje. Abre el enlace que contiene y listo. Si en unos minutos no llega nada, mira en el correo no deseado.',
  },
  confirm: {title: '¿Es tu dirección?', text: 'Pulsa el botón y te escribiremos.'},
  confirmButton: 'Sí, suscribirme',
  confirmed: {
    title: 'Ya estás en la lista',
    text: 'Gracias. Cada mensaje lleva un enlace para dejarlo o elegir otros temas.',
  },
  leave: {title: 'Dejar de recibir mensajes', text: 'Pulsa el botón y no te enviaremos nada más.'},
  leaveButton: 'Cancelar la suscripción',
  left: {title: 'Suscripción cancelada', text: 'No te enviaremos nada más. Cuídate.'},
  preferences: {title: 'Lo que recibes', text: 'Elige lo que te enviamos.'},
  language: 'Idioma',
  pause: 'Pausa: no me enviéis nada por ahora',
  saveButton: 'Guardar',
  saved: {title: 'Guardado', text: 'Desde el próximo mensaje recibirás lo que has elegido.'},
  linkInvalid: {
    title: 'Este enlace no funciona',
    text: 'Puede estar incompleto o ser demasiado antiguo. Usa el enlace del último mensaje que recibiste, o suscríbete de nuevo.',
  },
  confirmMail: {
    subject: 'Confirma tu dirección',
    title: 'Falta un paso',
    text: 'Alguien, seguramente tú, pidió a {site} que escriba a esta dirección cuando haya algo nuevo. Si fuiste tú, pulsa el botón. Si no, no hagas nada y no llegará nada más.',
    button: 'Sí, suscribirme',
  },
  alreadyMail: {
    subject: 'Ya estás en la lista',
    title: 'Ya estás en la lista',
    text: 'Alguien, seguramente tú, rellenó el formulario de {site} con esta dirección. No hay nada que hacer: recibes lo que elegiste. Aquí puedes elegir de nuevo, hacer una pausa o dejarlo.',
    button: 'Elegir lo que recibo',
  },
  confirmSms: 'Responde YES para suscribirte.',
  alreadySms: 'Ya recibes nuestros mensajes.',
  joinedSms: 'Ya recibes nuestros SMS.',
  stoppedSms: 'Baja confirmada.',
  helpSms: 'Ayuda: {url}',
  tooMany: {
    title: 'Espera un poco, por favor',
    text: 'Ha habido muchos intentos desde tu conexión. Prueba de nuevo dentro de una hora.',
  },
})
