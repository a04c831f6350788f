/** The one user, and what the Studio remembers for them. */
import {Hono} from 'hono'
import {BadRequest} from '../../bad-request.ts'
import {field, textField} from '../../json.ts'
import {LOCAL_EDITOR} from '../../users/local-editor.ts'
import {readJson} from '../body.ts'
import type {LakeContext} from '../context.ts'
import {json} from '../json-answer.ts'

export const userRoutes = ({keyValues, limits}: LakeContext): Hono => {
  const app = new Hono()

  app.get('/:version/users/me', () => json(LOCAL_EDITOR))

  // an array, always: the Studio's structure tool crashes on anything else
  app.get('/:version/users/me/keyvalue/:keys', (c) =>
    json(keyValues.get(c.req.param('keys').split(',').map(decodeURIComponent))),
  )

  app.put('/:version/users/me/keyvalue/:keys?', async (c) => {
    const body = await readJson(c.req.raw, limits.json)
    const list: readonly unknown[] = Array.isArray(body) ? body : [body]
    const rows = list.map((item) => {
      const key = textField(item, 'key')
      if (key === undefined) throw new BadRequest('A row needs a key')
      return {key, value: field(item, 'value') ?? null}
    })
    await keyValues.set(rows)
    return json(keyValues.get(rows.map(({key}) => key)))
  })

  app.get('/:version/users/:ids', (c) => {
    const ids = c.req.param('ids').split(',').map(decodeURIComponent)
    const users = ids.map((id) => ({...LOCAL_EDITOR, id}))
    return json(users.length === 1 ? users[0] : users)
  })

  return app
}
