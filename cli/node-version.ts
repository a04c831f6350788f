/** What is said where Node is too old to read our code. */

/** As in package.json, where npm only warns. */
const OLDEST = [22, 12] as const

/** `version`: as `process.version` has it, `v24.1.0`. Undefined where it will do. */
export const nodeProblem = (version: string): string | undefined => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [oldest, least] = OLDEST
  if (major > oldest || (major === oldest && minor >= least)) return undefined
  return `This is Node ${version}; throwline needs ${OLDEST.join('.')} or newer. Update it, or npm install node@24 beside throwline: npx and scripts of package.json then take that one.`
}
