import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';

/**
 * A connection through a proxy (CONNECT, RFC 9110). The password in its address goes to the proxy only.
 * @throws Error that names the proxy and its status, or the system's error
 */
export function openTunnel(proxy: string, target: URL, signal: AbortSignal): Promise<Socket> {
  const { protocol, hostname, port, username, password } = new URL(proxy);
  const authority = `${target.hostname}:${target.port || 443}`;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers = {
    host: authority,
    ...(username === '' ? {} : { 'proxy-authorization': `Basic ${credentials.toString('base64')}` }),
  };
  const secure = protocol === 'https:';
  const request = (secure ? requestSecure : requestPlain)({
    method: 'CONNECT',
    host: hostname.replace(/^\[(.+)\]$/, '$1'),
    port: port || (secure ? 443 : 80),
    path: authority,
    headers,
    signal,
  });
  return new Promise((resolve, reject) => {
    request.once('connect', (reply, socket) => {
      if (reply.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(`the proxy answered ${reply.statusCode}`));
    });
    request.once('response', (reply) => reject(new Error(`the proxy answered ${reply.statusCode}`)));
    request.once('error', reject);
    request.end();
  });
}
