import type { Dispatcher } from 'undici';
import { TransportError } from './errors.ts';
import { type Environment, routeTo } from './proxy.ts';

/** A connection to `origin`: direct, or through the proxy that the environment names. Time limits are ours, so undici's own are off. */
export async function openDispatcher(origin: string, env: Environment): Promise<Dispatcher> {
  const limits = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 0 } };
  const { proxy, bypass } = routeTo(origin, env);
  if (proxy !== undefined && bypass === undefined) {
    if (!URL.canParse(proxy))
      throw new TransportError('proxy', { origin, detail: 'HTTPS_PROXY', sent: false });
    const { ProxyAgent } = await import('undici');
    return new ProxyAgent({ ...limits, uri: proxy });
  }
  const { default: Client } = await import('undici/lib/dispatcher/client.js');
  // HTTP/1.1 only: loading HTTP/2 costs more than it gives a command that sends two requests.
  return new Client(origin, { ...limits, allowH2: false });
}
