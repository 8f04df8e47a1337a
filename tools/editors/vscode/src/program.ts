import {existsSync} from 'node:fs';
import {join} from 'node:path';

/** The program: that of the setting, that of the workspace's npm package, or the one in the PATH. */
export function findProgram(setting: string, folder: string | undefined): string {
  if (setting !== '') return setting;
  const local = folder === undefined ? '' : join(folder, 'node_modules', '.bin', 'stslint');
  return local !== '' && existsSync(local) ? local : 'stslint';
}
