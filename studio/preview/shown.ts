import type {Site} from '../../content/model.ts'
import type {Preview} from '../newsroom/preview.ts'

/** What a channel's preview gets. */
export interface ShownProps {
  readonly preview: Preview
  readonly site: Site
  /** Where `assets/…` images really are. */
  readonly addresses: ReadonlyMap<string, string>
}
