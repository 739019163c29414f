import { cabinet } from '../../src/cabinet/main.ts';

/** `node serve-program.ts '{"database": …}'`: writes the addresses that are served, and logs to standard error. */
const [, , options = '{}'] = process.argv;
const ended = await cabinet.serve({
  database: '',
  listen: '127.0.0.1:0',
  tlsCert: undefined,
  tlsKey: undefined,
  settingsFile: undefined,
  behindProxy: false,
  ...JSON.parse(options),
  log: process.stderr,
  onReady: (url, metrics = '') => process.stdout.write(`${url} ${metrics}\n`),
});
if ('problem' in ended) process.stdout.write(`${ended.problem}: ${ended.detail}\n`);
process.exitCode = 'problem' in ended ? 1 : 0;
