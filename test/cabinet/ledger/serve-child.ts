import { Writable } from 'node:stream';
import { cabinet } from '../../../src/cabinet/main.ts';

/** A cabinet in a process of its own, to be killed: serves the database of the first argument and prints its URL. */
const [, , database = ''] = process.argv;
const outcome = await cabinet.serve({
  database,
  listen: '127.0.0.1:0',
  tlsCert: undefined,
  tlsKey: undefined,
  settingsFile: undefined,
  behindProxy: false,
  log: new Writable({ write: (_line, _encoding, written) => written() }),
  onReady: (url) => process.stdout.write(`${url}\n`),
});
if ('problem' in outcome) throw new Error(`${outcome.problem}: ${outcome.detail}`);
