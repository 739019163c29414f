export interface Listen {
  host: string;
  port: number;
}

/** Reads `HOST:PORT`, with an IPv6 address in brackets; null when it is not one. */
export function parseListen(text: string): Listen | null {
  const match = /^(?:\[([\da-fA-F:]+)\]|([\w.-]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  return host !== undefined && port <= 65_535 ? { host, port } : null;
}

/** Whether only this machine can reach `host`, so that plain HTTP gives nothing away. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
