import type { Store } from '../../src/cabinet/storage/store.ts';
import { type Answer, type Ask, ask } from './http.ts';
import { openSession } from './sessions.ts';
import type { RunningCabinet } from './start-cabinet.ts';
import type { Subscriber } from './subscribers.ts';

/** A subscriber who talks to a cabinet, in a new session whenever the clock was moved. */
export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, how?: Pick<Ask, 'key'>): Promise<Answer>;
  put(path: string, body?: unknown, how?: Pick<Ask, 'key'>): Promise<Answer>;
  del(path: string, how?: Pick<Ask, 'key'>): Promise<Answer>;
}

export function caller(store: Store, cabinet: RunningCabinet, { accountId }: Subscriber): Caller {
  let token: Promise<string> | undefined;
  let since = 0;
  const authorised = async (path: string, how: Ask): Promise<Answer> => {
    const now = cabinet.clock.now();
    if (token === undefined || now.getTime() !== since) token = openSession(store, accountId, now);
    since = now.getTime();
    return ask(cabinet, path, { ...how, token: await token });
  };
  return {
    get: (path) => authorised(path, {}),
    post: (path, body, how) =>
      authorised(path, { ...how, method: 'POST', ...(body !== undefined && { body }) }),
    put: (path, body, how) =>
      authorised(path, { ...how, method: 'PUT', ...(body !== undefined && { body }) }),
    del: (path, how) => authorised(path, { ...how, method: 'DELETE' }),
  };
}
