import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP } from 'node:net';
import { TransportError } from '../../client/errors.ts';
import { type Route, routeTo } from '../../client/proxy.ts';
import type { MessageKey } from '../../messages/index.ts';
import { isLoopback } from '../../shared/origin.ts';
import { connect } from '../connect.ts';
import type { Context } from '../context.ts';
import { checkCertificate } from './certificate.ts';
import { checkClock } from './clock.ts';
import { type Finding, fine, problem, warning } from './finding.ts';
import { said } from './said.ts';
import { within } from './within.ts';

/** For each of the steps on the way to the cabinet. */
export const STEP_MS = 5_000;

/** The way to the cabinet that the profile names, step by step; what cannot work after a failed step is not tried. */
export async function checkCabinet(context: Context): Promise<Finding[]> {
  const { server } = await context.config();
  const origin = server.value;
  if (origin === undefined) return [warning('connection', 'doctor.no-server', 'doctor.no-server-fix')];
  const findings: Finding[] = [];
  for (const step of [checkWay, checkCertificate, checkConnection]) {
    findings.push(...(await step(context, origin)));
    if (findings.some(({ level }) => level === 'problem')) break;
  }
  return findings;
}

/** The name, or the proxy that would look it up. */
async function checkWay(context: Context, origin: string): Promise<Finding[]> {
  const { host } = context;
  const { hostname } = new URL(origin);
  const { proxy, bypass } = routeTo(origin, host.env);
  if (proxy !== undefined && bypass === undefined) return [await checkProxy(proxy)];
  const unused = proxy === undefined ? [] : [proxyUnused(bypass, hostname)];
  return [...unused, ...(await checkName(context, hostname))];
}

function proxyUnused(bypass: Route['bypass'], name: string): Finding {
  return fine('proxy', bypass === 'no_proxy' ? 'doctor.proxy-exempt' : 'doctor.proxy-unused', { name });
}

/** Credentials in the address of a proxy are nobody's business. */
async function checkProxy(address: string): Promise<Finding> {
  const shown = URL.canParse(address) ? new URL(address) : undefined;
  if (shown === undefined || !/^https?:$/.test(shown.protocol))
    return problem('proxy', 'doctor.proxy-address', 'doctor.proxy-address-fix');
  const params = { proxy: shown.host };
  const port = Number(shown.port || (shown.protocol === 'https:' ? 443 : 80));
  const reason = await knock(shown.hostname.replace(/^\[(.+)\]$/, '$1'), port);
  return reason === undefined
    ? fine('proxy', 'doctor.proxy', params)
    : problem('proxy', 'doctor.proxy-dead', 'doctor.proxy-fix', { ...params, reason });
}

/** Whether somebody listens: undefined, or why not. */
function knock(name: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host: name, port });
    const end = (reason: string | undefined) => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(STEP_MS, () => end('ETIMEDOUT'));
    socket.once('connect', () => end(undefined));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'error'));
  });
}

async function checkName({ host }: Context, hostname: string): Promise<Finding[]> {
  const name = hostname.replace(/^\[(.+)\]$/, '$1');
  if (isIP(name) !== 0) return [];
  const unknown = (reason: string) =>
    problem('name', 'doctor.name-unknown', 'doctor.name-fix', { name, reason });
  const found = lookup(name).then(
    ({ address }) => fine('name', 'doctor.name', { name, address }),
    (error: NodeJS.ErrnoException) => unknown(error.code ?? '?'),
  );
  return [await within(host, STEP_MS, found, () => unknown('ETIMEDOUT'))];
}

async function checkConnection(context: Context, origin: string): Promise<Finding[]> {
  try {
    const transport = await connect(context, origin, STEP_MS);
    const request = { method: 'GET', path: '/healthz', headers: { accept: 'application/json' } } as const;
    const { status, headers } = await transport.send(request, context.signal);
    await transport.close();
    const connection =
      status === 200
        ? fine('connection', 'doctor.connection', { origin })
        : problem('connection', 'doctor.no-cabinet', 'doctor.no-cabinet-fix', { origin, status });
    return [connection, checkClock(context, headers.date)];
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof TransportError)) throw error;
    const told = { check: 'connection', level: 'problem', error, fix: 'hint.retry' } as const;
    return [{ ...said(context, told), fix: adviceFor(error) }];
  }
}

/** More than «try again», which somebody who asks the doctor has done. */
function adviceFor({ failure, origin }: TransportError): MessageKey {
  if (failure === 'proxy') return 'doctor.proxy-refuses-fix';
  if (failure === 'insecure' || failure === 'redirect' || failure === 'bad_reply')
    return 'doctor.no-cabinet-fix';
  return isLoopback(origin) ? 'doctor.dead-here-fix' : 'doctor.dead-fix';
}
