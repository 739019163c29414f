import { sqlState } from './sql-state.ts';

/** SQLSTATE classes and codes that a later try may not meet again. */
const PASSING = [
  '08', // connection
  '40', // serialization failure, deadlock
  '53', // too many connections, out of memory, disk full
  '55P03', // lock timeout
  '57', // shutdown, statement timeout
];

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const DRIVER = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Whether the database could not do its part now, rather than the request being at fault. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  const state = sqlState(error) ?? '';
  return (
    PASSING.some((prefix) => isSqlState(state) && state.startsWith(prefix)) ||
    NETWORK.has(state) ||
    DRIVER.test(error.message)
  );
}

/** What a log may say of an error: messages of a database can quote values, so only its code is kept. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const state = sqlState(error);
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  if (state !== undefined && isSqlState(state)) return { name: error.name, sqlstate: state, stack: frames };
  return { name: error.name, message: error.message, stack: frames };
}

function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && !NETWORK.has(code);
}
