import { resolve } from 'node:path';
import { startAcquirer } from '../../src/cabinet/sandbox/acquirer-process.ts';
import { seededRandom } from './random.ts';

/** `node serve-acquirer.ts DIR`: a process that has an acquirer beside it, as the sandbox has; writes its address. */
const [, , dataDir = ''] = process.argv;
const acquirer = await startAcquirer({
  dataDir,
  host: { execPath: process.execPath, program: resolve('src/acquirer/main.ts'), env: process.env },
  random: seededRandom('key'),
  log: { info: () => {}, error: () => {} },
});
process.stdout.write(`${acquirer.url()}\n`);
