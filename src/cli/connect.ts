import { createClient } from '../client/cabinet.ts';
import type { Client, View } from '../client/client.ts';
import { createTransport, type Transport } from '../client/transport.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { version } from './version.ts';

/**
 * A way to one origin under the command's time limit, or under `mostMs` where that is shorter.
 * @throws CliError when certificates are not checked in this environment
 * @throws TransportError `insecure`
 */
export async function connect(context: Context, origin: string, mostMs?: number): Promise<Transport> {
  const { env } = context.host;
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    throw new CliError(exitCodes.failed, 'tls_unverified', 'error.tls-unverified');
  const { timeoutSeconds } = await context.config();
  return createTransport({
    origin,
    env,
    timeoutMs: Math.min(timeoutSeconds.value * 1000, mostMs ?? Number.POSITIVE_INFINITY),
    userAgent: `lisa/${version}`,
    ...(context.recorder === undefined ? {} : { recorder: context.recorder }),
  });
}

export interface ClientOptions {
  mostMs?: number;
  view?: View | undefined;
}

/** A client whose token is known or not needed. With `--debug` every request is told on stderr. */
export async function openClient(
  context: Context,
  origin: string,
  token: () => Promise<string | undefined>,
  { mostMs, view }: ClientOptions = {},
): Promise<Client> {
  const { host, flags, signal } = context;
  const transport = await connect(context, origin, mostMs);
  const client = createClient({
    transport,
    token,
    random: host.random,
    ...(view === undefined ? {} : { view }),
    ...(flags.debug ? { onRequest: (await import('./trace/debug.ts')).tellRequests(host) } : {}),
  });
  // Ctrl-C ends every request, whether or not the command thought of it.
  return {
    call: (operation, input, options) => client.call(operation, input, { signal, ...options }),
    stream: (operation, input, options) => client.stream(operation, input, { signal, ...options }),
  };
}
