import type { Dispatcher } from 'undici';
import { isLoopback } from '../shared/origin.ts';

/** Environment variables, handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A connection to `origin`: direct, or through the proxy that the environment names. An empty lower-case variable does
 * not hide the upper-case one. Time limits are ours, so undici's own are off.
 */
export async function openDispatcher(origin: string, env: Environment): Promise<Dispatcher> {
  const limits = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 0 } };
  const httpsProxy = env['https_proxy'] || env['HTTPS_PROXY'];
  if (httpsProxy && origin.startsWith('https:') && !isLoopback(origin)) {
    const { EnvHttpProxyAgent } = await import('undici');
    const noProxy = env['no_proxy'] || env['NO_PROXY'] || '';
    return new EnvHttpProxyAgent({ ...limits, httpsProxy, httpProxy: '', noProxy });
  }
  const { default: Client } = await import('undici/lib/dispatcher/client.js');
  // HTTP/1.1 only: loading HTTP/2 costs more than it gives a command that sends two requests.
  return new Client(origin, { ...limits, allowH2: false });
}
