/** The Spanish of panic-attacks: the same slug makes it a translation. */
import {figure, h3, h4, list, p, quote, warning} from '../notation/blocks.ts'
import {type ArticleText, section, type WarningText} from '../notation/documents.ts'

export const panicAttacksEsWarnings: readonly WarningText[] = [
  {
    name: 'do-not-stop-medicine-es',
    severity: 'caution',
    title: 'No deje un medicamento por su cuenta',
    smsText: 'No deje un medicamento sin hablar antes con su doctor.',
    body: [
      p`Algunos medicamentos causan síntomas nuevos, o hacen volver los de antes, si se dejan de golpe.
        Hable primero con la persona que se lo recetó. Puede ayudarle a reducirlo poco a poco.`,
    ],
  },
]

export const panicAttacksEs: ArticleText = {
  slug: 'panic-attacks',
  language: 'es',
  title: 'Ataques de pánico: qué pasa y qué ayuda',
  summary: `Un ataque de pánico puede sentirse como un ataque al corazón, pero pasa. Sepa qué ocurre
    en su cuerpo, qué hacer en el momento y cómo tener menos ataques.`,
  smsSummary: 'Cuando el miedo llega de golpe: qué ayuda',
  topics: ['anxiety'],
  hero: {
    drawing: 'hero-panic-attacks',
    alt: 'Una ola alta en un mar tranquilo, con agua abierta detrás.',
  },
  published: '2026-10-30',
  reviewed: '2026-10-28',
  nextReview: '2027-10-28',
  keyPoints: [
    'Un ataque de pánico llega a su punto más alto en minutos y luego baja.',
    'Se siente peligroso, pero no le hace daño a su cuerpo.',
    'Respirar despacio y quedarse donde está puede ayudar.',
    'La terapia funciona bien contra el pánico.',
  ],
  opening: [
    p`El corazón le late con fuerza. Siente el pecho apretado y le falta el aire. Quizá piensa que se
      va a morir o que se está volviendo loco. Después de unos minutos, todo termina. Eso es un ataque
      de pánico.[@nimh-panic]`,
    p`Muchas personas tienen uno o dos en la vida. Si los ataques vuelven una y otra vez, y usted vive
      con miedo del siguiente, puede tratarse de un trastorno de pánico. El tratamiento ayuda a la
      mayoría de las personas.[@nimh-panic, @nice-anxiety]`,
  ],
  sections: [
    section('que-pasa', 'Qué pasa en su cuerpo')(
      p`El cerebro tiene una alarma. Ante un peligro, hace que el corazón lata más rápido y manda
        sangre a los músculos para luchar o correr. En un ataque de pánico, la alarma suena sin que
        haya peligro. Puede notar:[@nimh-panic]`,
      list`
        - latidos fuertes, sudor o temblores
        - falta de aire o sensación de ahogo
        - dolor de pecho o malestar en el estómago
        - hormigueo en los dedos, mareo o escalofríos
        - la sensación de que nada es real
        - miedo a morir o a perder el control
      `,
      p`Parte de esto se debe a respirar muy rápido. Así se pierde demasiado dióxido de carbono
        (CO~2~) de la sangre, y eso causa el mareo y el hormigueo.`,
      figure(
        'figure-panic-wave',
        `Una curva que sube deprisa, llega a una cima redonda y baja despacio hasta donde empezó.`,
        `Un ataque de pánico sube rápido; muchas veces llega a lo más alto en menos de 10 minutos.
         Luego baja por sí solo, aunque usted no haga nada.`,
      ),
    ),
    section('en-el-momento', 'Qué hacer en el momento')(
      p`Luchar contra el pánico suele darle más fuerza. Deje que suba y que pase, como una ola.`,
      list`
        1. **Quédese donde está** si es un lugar seguro. Si va manejando, deténgase a un lado.
        2. **Póngale nombre.** Dígase: «Esto es pánico. Va a pasar».
        3. **Suelte el aire despacio.** Tome aire por la nariz contando hasta cuatro. Suéltelo contando
           hasta seis. Siga así unos minutos.
        4. **Mire a su alrededor.** Nombre cinco cosas que puede ver.
      `,
      h3`Si está con alguien que tiene un ataque`,
      p`Hable con calma y quédese cerca. Pregunte antes de tocar a la persona. Puede decirle:`,
      quote`Está a salvo. Me quedo aquí. Suelte el aire conmigo, despacio.`,
      h4`Cuándo llamar a una ambulancia`,
      p`El dolor de pecho no siempre es pánico. Busque ayuda de emergencia si el dolor es nuevo para
        usted, dura más de unos minutos, se extiende al brazo, la mandíbula o la espalda, o viene con
        un desmayo.`,
    ),
    section('menos-ataques', 'Cómo tener menos ataques')(
      p`Muchas personas empiezan a evitar los lugares donde tuvieron un ataque. Eso alivia hoy, pero
        hace crecer el miedo. Volver poco a poco le enseña al cerebro que el lugar es seguro.`,
      p`Un terapeuta puede acompañarle. La terapia cognitivo-conductual se ha puesto a prueba en muchos
        estudios y funciona contra el pánico y otras formas de ansiedad.[@carpenter-2018] Algunas
        personas toman también un medicamento, casi siempre un antidepresivo, que puede tardar unas
        semanas en hacer efecto.[@nice-anxiety] En el día a día ayuda
        [dormir bien](/es/sleep/), mover el cuerpo y tomar menos cafeína y alcohol.`,
      warning('do-not-stop-medicine-es'),
    ),
  ],
  related: ['sleep-es'],
}
