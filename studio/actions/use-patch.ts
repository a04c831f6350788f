/** Writes patches to the draft, or the release's version, that the editor has before them. */
import {type DocumentActionProps, useDocumentOperation} from 'sanity'
import type {PatchMutation} from './mutation.ts'

type Patch = Omit<PatchMutation['patch'], 'id' | 'ifRevisionID'>

export interface Patching {
  readonly disabled: boolean
  readonly write: (patches: readonly Patch[]) => void
}

export const usePatch = ({
  id,
  type,
  scopeId,
}: Pick<DocumentActionProps, 'id' | 'type' | 'scopeId'>): Patching => {
  const {patch} = useDocumentOperation(id, type, scopeId)
  return {
    disabled: patch.disabled !== false,
    write: (patches) => patch.execute([...patches]),
  }
}

/** What the editor has before them. */
export const current = ({
  draft,
  published,
  version,
}: Pick<DocumentActionProps, 'draft' | 'published' | 'version'>) => version ?? draft ?? published
