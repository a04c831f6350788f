/** The lake as `serve` needs it: started, and as a project that a client can be pointed at. */
import type {ProjectConfig} from '../../config.ts'

export interface ServedLake {
  readonly project: ProjectConfig
  close(): Promise<void>
}

export interface LakeOptions {
  readonly folder: string
  readonly port: number
  /** Fills an empty folder. */
  readonly dataset?: string
}

export const lakeFor = async ({folder, port, dataset}: LakeOptions): Promise<ServedLake> => {
  const {startLake} = await import('../../lake/server.ts')
  const lake = await startLake({
    data: folder,
    port,
    projectId: 'local',
    datasetName: 'production',
    ...(dataset !== undefined && {dataset}),
  })
  return {
    project: {projectId: 'local', dataset: 'production', apiHost: lake.url},
    close: () => lake.close(),
  }
}
