import { afterEach } from 'vitest';
import type { People } from './people.ts';
import { type Cli, type CliFixture, createCli, type Outcome } from './run-cli.ts';
import { addSubscriber, type NewSubscriber, type Subscriber } from './subscribers.ts';

export interface Machine {
  subscriber: Subscriber;
  cli: Cli;
  run: Cli['run'];
  /** `lisa login` as a script does it. */
  logIn(...more: string[]): Promise<Outcome>;
}

/** Machines of subscribers who log in themselves; each lasts for one test. */
export function useMachines(
  people: () => People,
): (wanted?: NewSubscriber, fixture?: CliFixture) => Promise<Machine> {
  const clis: Cli[] = [];
  afterEach(async () => {
    for (const cli of clis.splice(0)) await cli.remove();
  });
  return async (wanted = {}, fixture = {}) => {
    const { store, cabinet } = people();
    const subscriber = await addSubscriber(store, wanted);
    const cli = await createCli({ cabinet, ...fixture });
    clis.push(cli);
    const logIn = (...more: string[]) =>
      cli.run(['login', subscriber.msisdn, '--password-stdin', ...more], {
        stdin: `${subscriber.password}\n`,
      });
    return { subscriber, cli, run: cli.run, logIn };
  };
}
