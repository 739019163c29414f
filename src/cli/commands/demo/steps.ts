import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Client } from '../../../client/client.ts';
import type { MessageKey } from '../../../messages/index.ts';
import type { DemoCredentials } from '../../sandbox-port.ts';
import { cheapestMelody, cheapestTariff, lastMonth } from './choices.ts';

/** What the words of a step are made from. */
export interface Scenery {
  client: Client;
  demo: DemoCredentials;
  cwd: string;
}

interface Step {
  title: MessageKey;
  /** The words after `lisa`; undefined when the sandbox has nothing to show it with. */
  words(scenery: Scenery): Promise<readonly string[] | undefined>;
  /** What is piped into the command. */
  piped?(demo: DemoCredentials): string;
}

/** What the demo shows, in this order. Every step can be shown again and again. */
export const steps: readonly Step[] = [
  {
    title: 'demo.login',
    words: async ({ demo }) => ['login', demo.msisdn, '--password-stdin'],
    piped: ({ password }) => password,
  },
  { title: 'demo.balance', words: async () => ['balance'] },
  { title: 'demo.export', words: exportWords },
  {
    title: 'demo.tariff',
    words: async ({ client }) => {
      const tariff = await cheapestTariff(client);
      return tariff === undefined ? undefined : ['tariff', 'switch', tariff, '--dry-run'];
    },
  },
  {
    title: 'demo.gift',
    words: async ({ client, demo: { friendMsisdn } }) => {
      const melody = await cheapestMelody(client, friendMsisdn);
      return melody === undefined ? undefined : ['tone', 'gift', melody, '--to', friendMsisdn, '--yes'];
    },
  },
  { title: 'demo.block', words: async () => ['sim', 'block', '--reason', 'lost', '--yes'] },
  {
    title: 'demo.unblock',
    words: async () => ['sim', 'unblock', '--codeword-stdin', '--yes'],
    piped: ({ codeword }) => codeword,
  },
  { title: 'demo.logout', words: async () => ['logout'] },
];

/** The file of an earlier demo is written anew. */
async function exportWords({ client, cwd }: Scenery): Promise<readonly string[]> {
  const { first, last } = await lastMonth(client);
  const file = `lisa-demo-${first.slice(0, 7)}.csv`;
  const again = existsSync(resolve(cwd, file)) ? ['--force'] : [];
  return ['detail', 'export', '--from', first, '--to', last, '--out', file, ...again];
}
