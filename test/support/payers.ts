import { afterAll, beforeAll } from 'vitest';
import { type RunningAcquirer, startAcquirerProcess } from './acquirer.ts';
import { type People, usePeople } from './people.ts';
import { type Cli, createCli } from './run-cli.ts';
import { openSession } from './sessions.ts';
import { addSubscriber, type NewSubscriber, type Subscriber } from './subscribers.ts';

export interface Payers extends People {
  acquirer: RunningAcquirer;
  /** A new subscriber at a machine with a browser, and what they do on a page that opens. */
  browse(browser: (url: string) => Promise<unknown>, wanted?: NewSubscriber): Promise<Subscriber & Cli>;
}

/** People whose cabinet takes cards. */
export function usePayers(): () => Payers {
  let acquirer: RunningAcquirer | undefined;
  const clis: Cli[] = [];
  const running = () => {
    if (!acquirer) throw new Error('there is an acquirer only while tests run');
    return acquirer;
  };
  beforeAll(async () => {
    acquirer = await startAcquirerProcess();
  });
  const people = usePeople(() => ({ acquirer: (url) => running().connect(url) }));
  afterAll(async () => {
    for (const cli of clis) await cli.remove();
    await acquirer?.remove();
  });
  return () => ({
    ...people(),
    acquirer: running(),
    async browse(browser, wanted = {}) {
      const { store, cabinet } = people();
      const subscriber = await addSubscriber(store, wanted);
      const cli = await createCli({
        cabinet,
        token: await openSession(store, subscriber.accountId, cabinet.clock.now()),
        browser,
      });
      clis.push(cli);
      return { ...subscriber, ...cli };
    },
  });
}

/** The address of the page in what a command told. */
export function pageIn(text: string): string {
  const page = /https?:\/\/\S+\/pay\/\S+/.exec(text)?.[0];
  if (page === undefined) throw new Error(`no page in: ${text}`);
  return page;
}
