import type { CallOptions, Client } from '../../client/client.ts';
import { CabinetError, TransportError } from '../../client/errors.ts';
import { shownReply } from '../../client/trace/body.ts';
import type { HarEntry } from '../../client/trace/har.ts';
import { isRecord, isRedacted, type Json, shown } from '../../client/trace/shown.ts';
import { StandIns } from '../../client/trace/stand-ins.ts';
import { Problem } from '../../contract/problem.ts';
import type { Step } from './plan.ts';

/** What became of a request: a status with what the allow-list tells of the reply, or a failure. */
export interface Outcome {
  status: number | null;
  /** The code of a problem, or the failure of the transport. */
  code: string | null;
  reply: Json;
}

type Again = Extract<Step['again'], { stream: boolean }>;

/** The outcome that a trace tells. */
export function recordedOutcome({ response }: HarEntry): Outcome {
  const { status, content, _error } = response;
  if (status === 0) return { status: null, code: _error ?? 'interrupted', reply: null };
  const reply = readReply(content.text ?? '');
  return status >= 400 ? problemOutcome(status, reply) : { status, code: null, reply };
}

/** Sends a request again, a write with a new idempotency key. @throws what is no outcome of the request */
export async function repeat(client: Client, again: Again, options: CallOptions): Promise<Outcome> {
  const { operation, input, stream } = again;
  const showing = { standIns: new StandIns() };
  try {
    if (stream) return { status: 200, code: null, reply: await firstRows(client, again, options) };
    const value = await client.call(operation, input, options);
    const reply = shownReply(operation, operation.status, value, showing) ?? null;
    return { status: operation.status, code: null, reply };
  } catch (error) {
    if (error instanceof TransportError) return { status: null, code: error.failure, reply: null };
    if (!(error instanceof CabinetError)) throw error;
    const { status, code, params } = error;
    return problemOutcome(status, shown(Problem, { code, params }, showing));
  }
}

function problemOutcome(status: number, problem: Json): Outcome {
  const { code, params } = isRecord(problem) ? problem : {};
  return {
    status,
    code: typeof code === 'string' ? code : null,
    reply: { params: (params ?? null) as Json },
  };
}

/** As many rows as a trace keeps of a stream. */
async function firstRows(
  client: Client,
  { operation, input }: Again,
  { signal }: CallOptions,
): Promise<Json[]> {
  const showing = { standIns: new StandIns() };
  const page = operation.reply as unknown as { properties: { items: { items: unknown } } };
  const rows: Json[] = [];
  for await (const line of client.stream(operation, input, signal === undefined ? {} : { signal })) {
    const row: unknown = JSON.parse(line);
    if (isRecord(row) && row['end'] === true) break;
    rows.push(shown(page.properties.items.items, row, showing));
    if (rows.length === MOST_ROWS) break;
  }
  return rows;
}

const MOST_ROWS = 100;

/** The body of a trace: JSON, or the rows of a stream without its end. */
function readReply(text: string): Json {
  if (text === '') return null;
  const whole = parsed(text);
  if (whole !== undefined) return isRecord(whole) && whole['end'] === true ? [] : whole;
  const rows = text.trimEnd().split('\n').map(parsed);
  if (rows.includes(undefined)) return text;
  return (rows as Json[]).filter(
    (row) => !(typeof row === 'string' && isRedacted(row)) && !(isRecord(row) && row['end'] === true),
  );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
