import type {Scope} from '../../../delivery/partners/partner.ts'
import type {Edition} from '../../site/edition.ts'

/** What every answer is made of. */
export interface Asking {
  readonly edition: Edition
  readonly scope: Scope
  /** Without a final slash. */
  readonly publicUrl: string
  /** Told of what belongs in an answer and cannot be handed out. */
  readonly onRefused: (articleId: string, error: Error) => void
  /** Told of the cursor up to which the partner was handed every change. */
  readonly onSeen?: (cursor: number) => void
}
