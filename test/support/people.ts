import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { openStore } from './engines.ts';
import { logIn } from './http.ts';
import { type Cli, createCli } from './run-cli.ts';
import { openSession } from './sessions.ts';
import { type CabinetFixture, type RunningCabinet, startCabinet } from './start-cabinet.ts';
import { addCatalogue, addSubscriber, type NewSubscriber, type Subscriber } from './subscribers.ts';
import { addMelodies } from './tones.ts';

export interface Person extends Subscriber {
  cli: Cli;
  run: Cli['run'];
  /** The object that a command prints with `--json`. */
  json(...args: string[]): Promise<Record<string, unknown>>;
}

export interface People {
  store: Store;
  cabinet: RunningCabinet;
  /** A new subscriber at a machine of their own, logged in by `LISA_TOKEN`; `url` leads to the cabinet another way. */
  join(wanted?: NewSubscriber, url?: string): Promise<Person>;
  /** Commands with a new session, for when the clock has run past the old one. */
  logInAgain(person: Person): Promise<Cli['run']>;
}

/** One real cabinet for the tests of a file, with the catalogues of tariffs and melodies. */
export function usePeople(fixture: () => CabinetFixture = () => ({})): () => People {
  let people: People | undefined;
  const clis: Cli[] = [];
  beforeAll(async () => {
    const store = await openStore('postgresql');
    await addCatalogue(store);
    await addMelodies(store);
    const cabinet = await startCabinet(store, fixture());
    const join = async (wanted: NewSubscriber = {}, url = cabinet.url): Promise<Person> => {
      const subscriber = await addSubscriber(store, wanted);
      const token = await openSession(store, subscriber.accountId, cabinet.clock.now());
      const cli = await createCli({ cabinet: { url, clock: cabinet.clock }, token });
      clis.push(cli);
      const json = async (...args: string[]) => {
        const { code, stdout, stderr } = await cli.run([...args, '--json']);
        if (code !== 0) throw new Error(`lisa ${args.join(' ')} exits with ${code}: ${stderr}`);
        return JSON.parse(stdout);
      };
      return { ...subscriber, cli, run: cli.run, json };
    };
    const logInAgain = async (person: Person): Promise<Cli['run']> => {
      const token = await logIn(cabinet, person);
      return (args, options) => person.run(args, { ...options, env: { ...options?.env, LISA_TOKEN: token } });
    };
    people = { store, cabinet, join, logInAgain };
  });
  afterAll(async () => {
    for (const cli of clis) await cli.remove();
    await people?.cabinet.stop();
    await people?.store.close();
  });
  return () => {
    if (!people) throw new Error('there are people only while tests run');
    return people;
  };
}
