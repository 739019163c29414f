import { isLoopback } from '../shared/origin.ts';

/** Environment variables, handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How an origin is reached: through `proxy`, or directly although there is one, because of `bypass`, or just directly. */
export interface Route {
  /** The address that the environment names, which may hold a password; undefined when none is named. */
  proxy: string | undefined;
  bypass: 'loopback' | 'plain_http' | 'no_proxy' | undefined;
}

/**
 * The way that every request to `origin` takes. `HTTPS_PROXY` names a proxy and `NO_PROXY` the hosts that need none; an
 * empty lower-case variable does not hide the upper-case one.
 */
export function routeTo(origin: string, env: Environment): Route {
  const proxy = env['https_proxy'] || env['HTTPS_PROXY'] || undefined;
  return { proxy, bypass: proxy === undefined ? undefined : bypassOf(origin, env) };
}

function bypassOf(origin: string, env: Environment): Route['bypass'] {
  if (isLoopback(origin)) return 'loopback';
  if (!origin.startsWith('https:')) return 'plain_http';
  const exceptions = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[,\s]+/).filter(Boolean);
  return exceptions.some((exception) => covers(exception, new URL(origin))) ? 'no_proxy' : undefined;
}

/**
 * As curl and Go read it: `*` is every host, a name is itself and everything below it, a leading dot is allowed, `*.` is
 * only what is below; a port limits the exception to it.
 */
function covers(exception: string, { hostname, port }: URL): boolean {
  const [, name, wanted] =
    HOST_AND_PORT.map((form) => form.exec(exception.toLowerCase())).find(Boolean) ?? [];
  if (name === undefined || (wanted !== undefined && wanted !== (port || '443'))) return false;
  if (name === '*') return true;
  const host = hostname.replace(/^\[(.+)\]$/, '$1').replace(/\.$/, '');
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return host.endsWith(`.${domain}`) || (host === domain && !name.startsWith('*.'));
}

/** A bracketed address, a name, or a bare IPv6 address, which has no place for a port. */
const HOST_AND_PORT = [/^\[(.+)\](?::(\d+))?$/, /^([^:]+)(?::(\d+))?$/, /^(.*:.*:.*)$/];
