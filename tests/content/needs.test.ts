import fc from 'fast-check'
import {expect, it} from 'vitest'
import {type ImageSource, imageSource} from '../../content/images/image-source.ts'
import {stringField} from '../../content/json-object.ts'
import {needsOf} from '../../content/needs.ts'

/** Every object inside, by recursion, which is the plain way to say it. */
const objectsIn = (value: unknown): readonly object[] => {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inside : [value, ...inside]
}

const key = fc.constantFrom('_ref', 'asset', '_sanityAsset', 'crop', 'x', '__proto__', '0')

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 5},
    fc.constantFrom('id-a', 'id-b', 'image@file://./images/a.png', '', null, 1, true),
    fc.array(tie('value'), {maxLength: 3}),
    fc
      .array(fc.tuple(key, tie('value')), {maxLength: 4})
      .map((fields) => Object.fromEntries(fields)),
  ),
})).value

it('finds what a look at every object finds', () => {
  let found = 0
  fc.assert(
    fc.property(fc.array(json, {minLength: 4, maxLength: 8}), (made) => {
      const value: unknown = JSON.parse(JSON.stringify(made))
      const objects = objectsIn(value)
      const references = objects.flatMap((each) => stringField(each, '_ref') ?? [])
      const images = objects.flatMap((each): readonly ImageSource[] => {
        const image = imageSource(each)
        return image === undefined ? [] : [image]
      })
      const needs = needsOf(value)
      found += needs.references.length + needs.images.length
      expect(needs.references.toSorted()).toEqual([...new Set(references)].toSorted())
      const keys = new Set(images.map((image) => image.key))
      expect(needs.images.map((image) => image.key).toSorted()).toEqual([...keys].toSorted())
    }),
    {numRuns: 1000},
  )
  expect(found).toBeGreaterThan(500)
})
