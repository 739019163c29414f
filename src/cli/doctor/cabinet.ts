import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { TransportError } from '../../client/errors.ts';
import { isLoopback } from '../../shared/origin.ts';
import { connect } from '../connect.ts';
import type { Context } from '../context.ts';
import { type CredentialState, credentialStatus } from '../credential-status.ts';
import { CliError } from '../errors.ts';
import { explain } from '../explain.ts';
import type { Finding } from './finding.ts';

const MOST_WAIT_MS = 5_000;
const MOST_SKEW_MS = 60_000;

/** Name, proxy, connection and clock of the cabinet that the profile names. */
export async function checkCabinet(context: Context): Promise<Finding[]> {
  const { server } = await context.config();
  if (server.value === undefined) {
    return [{ check: 'connection', level: 'warn', key: 'doctor.no-server', fix: 'doctor.no-server-fix' }];
  }
  const proxy = proxyOf(context, server.value);
  const name = proxy === undefined ? await checkName(new URL(server.value).hostname) : undefined;
  return [
    ...(name === undefined ? [] : [name]),
    ...(proxy === undefined ? [] : [proxy]),
    ...(name?.level === 'problem' ? [] : await checkConnection(context, server.value)),
  ];
}

async function checkName(hostname: string): Promise<Finding | undefined> {
  const bare = hostname.replace(/^\[(.+)\]$/, '$1');
  if (isIP(bare) !== 0) return undefined;
  try {
    const { address } = await lookup(bare);
    return { check: 'name', level: 'ok', key: 'doctor.name', params: { name: bare, address } };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '?';
    return {
      check: 'name',
      level: 'problem',
      key: 'doctor.name-unknown',
      params: { name: bare, reason },
      fix: 'doctor.name-fix',
    };
  }
}

/** Credentials in the address of a proxy are nobody's business. */
function proxyOf({ host }: Context, origin: string): Finding | undefined {
  const proxy = host.env['https_proxy'] || host.env['HTTPS_PROXY'];
  if (!proxy || isLoopback(origin)) return undefined;
  const shown = URL.canParse(proxy) ? new URL(proxy).host : '?';
  return { check: 'proxy', level: 'ok', key: 'doctor.proxy', params: { proxy: shown } };
}

async function checkConnection(context: Context, origin: string): Promise<Finding[]> {
  try {
    const transport = await connect(context, origin, MOST_WAIT_MS);
    const request = { method: 'GET', path: '/healthz', headers: { accept: 'application/json' } } as const;
    const { status, headers } = await transport.send(request, context.signal);
    const connection: Finding =
      status === 200
        ? { check: 'connection', level: 'ok', key: 'doctor.connection', params: { origin } }
        : {
            check: 'connection',
            level: 'problem',
            key: 'doctor.no-cabinet',
            params: { origin, status },
            fix: 'doctor.no-server-fix',
          };
    return [connection, ...checkClock(context, headers.date)];
  } catch (error) {
    if (!(error instanceof TransportError || error instanceof CliError)) throw error;
    const { message } = explain(error, context.t, context.locale);
    return [
      {
        check: 'connection',
        level: 'problem',
        key: 'doctor.said',
        params: { detail: message },
        fix: 'doctor.connection-fix',
      },
    ];
  }
}

/** Against the Date header (RFC 9110): a clock that is wrong ends sessions too early or shows odd times. */
function checkClock({ host }: Context, date: string | undefined): Finding[] {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return [];
  const skew = host.clock.now().getTime() - theirs;
  const params = { seconds: Math.round(Math.abs(skew) / 1000) };
  return Math.abs(skew) <= MOST_SKEW_MS
    ? [{ check: 'clock', level: 'ok', key: 'doctor.clock' }]
    : [{ check: 'clock', level: 'warn', key: 'doctor.clock-wrong', params, fix: 'doctor.clock-fix' }];
}

export async function checkSession(context: Context): Promise<Finding> {
  const { state } = await credentialStatus(context);
  const params = { state: context.t(`session-state.${state}`) };
  if (state === 'active') return { check: 'session', level: 'ok', key: 'doctor.session', params };
  return { check: 'session', level: 'warn', key: 'doctor.session', params, fix: FIXES[state] };
}

const FIXES: Readonly<Record<Exclude<CredentialState, 'active'>, NonNullable<Finding['fix']>>> = {
  never_logged_in: 'hint.login',
  idle: 'hint.login',
  expired: 'hint.login',
  revoked: 'hint.login',
  password_change_required: 'hint.password_change_required',
  unknown: 'hint.retry',
};
