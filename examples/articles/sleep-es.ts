/** The Spanish of sleep, made shorter: a translation need not have the same sections. */
import {list, p, table} from '../notation/blocks.ts'
import {type ArticleText, section} from '../notation/documents.ts'

export const sleepEs: ArticleText = {
  slug: 'sleep',
  language: 'es',
  title: 'Dormir mejor: pasos cortos que funcionan',
  summary: `La mayoría de los adultos necesita al menos siete horas de sueño. Unos hábitos sencillos
    ayudan a lograrlo y, cuando no bastan, hay un tratamiento que funciona sin pastillas.`,
  smsSummary: 'Dormir mejor: pasos cortos para probar esta noche',
  topics: ['sleep'],
  hero: {
    drawing: 'hero-sleep',
    alt: 'Una luna creciente y algunas estrellas sobre colinas dormidas.',
  },
  published: '2026-10-23',
  reviewed: '2026-10-20',
  nextReview: '2028-10-20',
  keyPoints: [
    'Levántese a la misma hora todos los días.',
    'Deje la cafeína al menos seis horas antes de acostarse.',
    'Si no puede dormir, levántese y haga algo tranquilo.',
  ],
  opening: [
    p`Una mala noche de vez en cuando es parte de la vida. Semanas enteras desgastan: baja el ánimo,
      todo molesta y cuesta concentrarse.[@nhlbi-sleep] La buena noticia es que el sueño responde a
      los hábitos, y casi todos son gratis.`,
  ],
  sections: [
    section(
      'cuanto',
      '¿Cuánto sueño es suficiente?',
    )(
      p`A los adultos les va mejor con siete horas o más cada noche.[@watson-2015] Los adolescentes y
        los niños necesitan más. No cuenta solo el número. Si usted despierta descansado y pasa una
        tarde aburrida sin cabecear, es probable que duerma lo suficiente.`,
    ),
    section('habitos', 'Hábitos para probar esta noche')(
      p`Empiece con uno o dos. Dele una semana a cada uno.`,
      table('Cambios pequeños y por qué funcionan')`
        Cambio                                          | Por qué funciona
        Levantarse a la misma hora                      | Pone en hora el reloj del cuerpo
        Salir a la luz del día por la mañana            | La luz le dice al cerebro que el día empezó
        Tener el cuarto fresco, oscuro y en silencio    | El sueño llega cuando el cuerpo se enfría un poco
        Guardar las pantallas la última hora            | La luz fuerte y las noticias despiertan
      `,
      p`La cafeína dura más de lo que parece. En un estudio, una dosis grande tomada seis horas antes
        de acostarse quitó más de una hora de sueño.[@drake-2013] El alcohol adormece al principio,
        pero después se duerme peor.`,
    ),
    section(
      'despierto',
      'Cuando no puede dormir',
    )(
      list`
        1. No mire el reloj. Póngalo contra la pared.
        2. Si después de unos 20 minutos sigue despierto, levántese.
           - Deje la luz baja.
           - Lea, doble ropa o escuche algo tranquilo.
        3. Vuelva a la cama cuando le pesen los ojos.
        4. Levántese a la hora de siempre, aunque la noche haya sido mala.
      `,
    ),
    section('doctor', 'Cuando los hábitos no bastan')(
      p`Vaya al doctor si duerme mal durante tres meses, si ronca fuerte y pasa el día cansado, o si se
        queda dormido al manejar. Dormir mal también puede ser señal de depresión o de
        [ansiedad](/es/panic-attacks/).`,
      p`El primer tratamiento para el insomnio que no se va es la terapia cognitivo-conductual para el
        insomnio.[@qaseem-2016] Dura de seis a ocho sesiones, en persona o en línea. Se aprende a
        ordenar las horas de sueño y a dejar los hábitos que lo ahuyentan.`,
    ),
  ],
  related: ['panic-attacks-es'],
}
