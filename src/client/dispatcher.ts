import { openConnections } from './connections.ts';
import { TransportError } from './errors.ts';
import { type Environment, routeTo } from './proxy.ts';
import type { Recorder, Way } from './trace/recorder.ts';

/**
 * A connection to `origin`: direct, or through the proxy that the environment names. Time limits are ours, so undici's own
 * are off. Everything on it is told to `recorder` where there is one.
 */
export async function openDispatcher(origin: string, env: Environment, recorder?: Recorder): Promise<Way> {
  const ended = new AbortController();
  const way = await openWay(origin, env, recorder, ended.signal);
  return {
    dispatch: way.dispatch.bind(way),
    // undici leaves a handshake to itself that has not come to an end, and the program would wait for it.
    destroy(reason?: unknown) {
      const destroyed = way.destroy(reason instanceof Error ? reason : null);
      ended.abort();
      return destroyed;
    },
  };
}

async function openWay(
  origin: string,
  env: Environment,
  recorder: Recorder | undefined,
  signal: AbortSignal,
): Promise<Way> {
  const limits = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 0, signal } };
  const { proxy, bypass } = routeTo(origin, env);
  if (proxy !== undefined && bypass === undefined) {
    if (!URL.canParse(proxy))
      throw new TransportError('proxy', { origin, detail: 'HTTPS_PROXY', sent: false });
    const { ProxyAgent } = await import('undici');
    const agent = new ProxyAgent({
      ...limits,
      proxyTls: limits.connect,
      requestTls: limits.connect,
      uri: proxy,
    });
    if (recorder === undefined) return agent;
    const { recorded } = await import('./trace/recorder.ts');
    return recorded(agent, recorder, origin, () => undefined);
  }
  const { default: Client } = await import('undici/lib/dispatcher/client.js');
  // HTTP/1.1 only: loading HTTP/2 costs more than it gives a command that sends two requests.
  if (recorder === undefined) return openConnections(() => new Client(origin, { ...limits, allowH2: false }));
  const [{ measuredConnector }, { recorded }] = await Promise.all([
    import('./trace/connector.ts'),
    import('./trace/recorder.ts'),
  ]);
  const { connect, newest } = await measuredConnector(signal);
  return recorded(new Client(origin, { ...limits, connect, allowH2: false }), recorder, origin, newest);
}
