/** Groups of fields as reports carry them (RFC 3464 2, RFC 5965 3): like headers, groups parted by an empty line. */
export type FieldGroup = ReadonlyMap<string, string>

const FIELD = /^([!-9;-~]+):[ \t]*(.*)$/

const groupOf = (block: string): FieldGroup => {
  const unfolded = block.replace(/\n[ \t]+/g, ' ')
  const fields = unfolded.split('\n').flatMap((line): readonly [string, string][] => {
    const [, name = '', value = ''] = FIELD.exec(line) ?? []
    return name === '' ? [] : [[name.toLowerCase(), value.trim()]]
  })
  // the first of a name counts
  return new Map(fields.toReversed())
}

export const fieldGroups = (text: string): readonly FieldGroup[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map(groupOf)
    .filter((group) => group.size > 0)

/** `rfc822; a@b.example` and `smtp; 550 no` without what comes before the semicolon (RFC 3464 2.1.2). */
export const withoutType = (value: string): string => value.replace(/^[\w-]+[ \t]*;[ \t]*/, '')
