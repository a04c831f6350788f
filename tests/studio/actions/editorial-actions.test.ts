import {describe, expect, test} from 'vitest'
import {editorialActions} from '../../../studio/actions/editorial-actions.ts'
import {documentBadges} from '../../../studio/badges/document-badges.ts'

const publish = Object.assign(() => null, {displayName: 'Publish'})
const remove = Object.assign(() => null, {displayName: 'Delete'})

const names = (schemaType: string) =>
  editorialActions([publish, remove], {schemaType}).map(({displayName}) => displayName)

describe('editorialActions', () => {
  test('stand between Publish and the rest', () => {
    expect(names('article')).toEqual([
      'Publish',
      'MarkReviewed',
      'AddCorrection',
      'Retract',
      'Delete',
    ])
    expect(names('helpline')).toEqual(['Publish', 'VerifiedToday', 'ReplaceHelpline', 'Delete'])
  })

  test('leave other types as they are', () => {
    expect(names('page')).toEqual(['Publish', 'Delete'])
  })

  test('need no action to stand beside', () => {
    expect(editorialActions([], {schemaType: 'helpline'})).toHaveLength(2)
  })
})

describe('documentBadges', () => {
  test('keep those of others, and leave other types alone', () => {
    const other = () => null
    expect(documentBadges([other], {schemaType: 'article'})).toHaveLength(4)
    expect(documentBadges([other], {schemaType: 'page'})).toEqual([other])
  })
})
