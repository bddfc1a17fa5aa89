export { startPageHost, type PageHost, type PageHostOptions } from './host.ts'
export { openEngineAt, openPage, type PageOptions } from './open.ts'
export { resourcesFolder, readVersion, rendererFolder, workspacePath } from './paths.ts'
