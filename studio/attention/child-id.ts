/** A document in the address of a pane, where only its id has room: type and id in one. */

const BETWEEN = '~'

export interface Named {
  readonly type: string
  readonly id: string
}

export const childIdOf = ({type, id}: Named): string => `${type}${BETWEEN}${id}`

export const fromChildId = (childId: string): Named => {
  const [type = '', ...rest] = childId.split(BETWEEN)
  return {type, id: rest.join(BETWEEN)}
}
