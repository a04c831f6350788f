/** Splits a reference at its full stops, question marks and exclamation marks. */

const BOUNDARY = /(?<=[.?!]["'”’)\]]*)\s+(?=\S)/u

/** `U.S. Food and Drug Administration` goes on. */
const INITIALISM = /(?:^|[^\p{L}])\p{Lu}\.(?:\s?\p{Lu}\.)+$/u

/** Words that end in a full stop within a title, a name or an abbreviated journal. */
const SHORTENED = /(?:^|\s)(?:vs|St|Dr|No|nos|vol|suppl|cf|approx|Ph\.D|e\.g|i\.e)\.$/u

const goesOn = (piece: string): boolean => INITIALISM.test(piece) || SHORTENED.test(piece)

/** First words of journals, as some write them with full stops: `J. Affect. Disord.` */
const JOURNAL_STARTS = new Set(
  'Acta Am Ann Arch Aust Biol Br Can Clin Curr Eur Front Int J N Proc Psychol Scand Soc Trans'.split(
    ' ',
  ),
)

/** Each with its own end mark. */
export const sentences = (text: string): readonly string[] => {
  const found: string[] = []
  for (const piece of text.split(BOUNDARY)) {
    const last = found.at(-1)
    if (last !== undefined && goesOn(last)) found[found.length - 1] = `${last} ${piece}`
    else if (piece.trim() !== '') found.push(piece.trim())
  }
  return found
}

/** Without the full stop that ends it; other end marks belong to it. */
export const withoutStop = (sentence: string): string =>
  INITIALISM.test(sentence) ? sentence : sentence.replace(/\.(["'”’]*)$/u, '$1').trim()

/** Puts `J.` `Affect.` `Disord.` together again, and takes off their full stops. */
export const joinedJournal = (parts: readonly string[]): readonly string[] => {
  let start = parts.length - 1
  while (start > 0 && /^\p{L}+\.$/u.test(parts[start - 1] ?? '')) start -= 1
  while (start < parts.length - 1 && !JOURNAL_STARTS.has((parts[start] ?? '').replace('.', ''))) {
    start += 1
  }
  if (start >= parts.length - 1) return parts
  const journal = parts.slice(start).join(' ').replaceAll('.', '')
  return [...parts.slice(0, start), journal]
}
