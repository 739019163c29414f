import type { Client } from 'undici';
import type { Way } from './trace/recorder.ts';

/** Requests of one command that are under way at once; more than these wait for one another. */
const MOST = 4;

/** A way that opens another connection when all of its connections are busy: calls that come one by one share one. */
export function openConnections(open: () => Client): Way {
  const clients: Client[] = [];
  const choose = (): Client => {
    const [freest] = clients.toSorted((a, b) => a.stats.size - b.stats.size);
    if (freest !== undefined && (freest.stats.size === 0 || clients.length === MOST)) return freest;
    const another = open();
    clients.push(another);
    return another;
  };
  return {
    dispatch: (options, handler) => choose().dispatch(options, handler),
    async destroy(reason?: unknown) {
      await Promise.all(clients.map((client) => client.destroy(reason instanceof Error ? reason : null)));
    },
  };
}
