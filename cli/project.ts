/** The project that commands read and write: the configured one, or the lake of a running server. */
import {type ProjectConfig, projectConfig} from '../config.ts'
import {findRunning} from './delivery/running.ts'

/** The local lake takes any. */
const LOCAL_TOKEN = 'local'

/** `data`: the folder that a running `throwline serve` has announced itself in. */
export const findProject = async (data: string): Promise<ProjectConfig | undefined> => {
  const configured = projectConfig()
  if (configured !== undefined) return configured
  const lake = (await findRunning(data))?.lake
  if (lake === undefined) return undefined
  return {projectId: 'local', dataset: 'production', apiHost: lake, token: LOCAL_TOKEN}
}
