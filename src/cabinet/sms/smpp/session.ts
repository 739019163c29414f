import { isIP } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';
import type { SmscAccount } from './smsc.ts';

// What comes in stays bytes until all parts of a message are here: a character may be torn apart between two of them.
delete smpp.commands.deliver_sm.params.short_message.filter;
delete smpp.tlvs.message_payload.filter;

/** A connection that is bound. */
export interface Connection {
  /** Sends a message; `unsent` when it has not left, `unknown` when nobody answered. */
  submit(fields: Record<string, unknown>): Promise<Answer>;
  /** Says goodbye, and closes. */
  unbind(): Promise<void>;
  /** Resolves, with the reason, when the connection is closed by anybody. */
  closed: Promise<string>;
}

export interface ConnectOptions {
  smsc: SmscAccount;
  answerMs: number;
  enquireMs: number;
  /** Takes a message or a receipt; answers with a command_status. */
  onDeliver(pdu: Pdu): Promise<number>;
}

/** The cabinet could not bind; the message says why, without secrets. */
export class BindError extends Error {
  override name = 'BindError';
}

const SMPP_3_4 = 0x34;

/**
 * Connects and binds as a transceiver.
 * @throws BindError
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { smsc, answerMs } = options;
  const { host, port, tls, systemId, password } = smsc;
  const session = smpp.connect({ host, port, tls, ...(tls && !isIP(host) && { servername: host }) });
  const closed = closing(session);
  const ask = asking(closed, answerMs);
  // Before anything is said: what waited for us may come in one piece with the answer to the bind.
  const connection = serve(session, closed, ask, options);
  const opened = new Promise<void>((resolve) => session.once(tls ? 'secureConnect' : 'connect', resolve));
  const late = setTimeout(() => session.destroy(), answerMs);
  try {
    const failure = await Promise.race([opened, closed]);
    if (failure !== undefined) throw new BindError(failure);
    const bound = await ask((answer) =>
      session.bind_transceiver(
        { system_id: systemId, password, system_type: '', interface_version: SMPP_3_4 },
        answer,
      ),
    );
    if (typeof bound === 'string') throw new BindError('no answer to bind_transceiver');
    if (bound.command_status !== 0) throw new BindError(`bind refused: ${statusName(bound)}`);
  } catch (error) {
    session.destroy();
    throw error;
  } finally {
    clearTimeout(late);
  }
  return connection;
}

function serve(session: Session, closed: Promise<string>, ask: Ask, options: ConnectOptions): Connection {
  const { enquireMs, onDeliver } = options;
  let heard = true;
  session.on('pdu', () => {
    heard = true;
  });
  session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
  session.on('deliver_sm', async (pdu: Pdu) => {
    const command_status = await onDeliver(pdu);
    session.send(pdu.response({ command_status }));
  });
  session.on('unbind', (pdu: Pdu) => {
    session.send(pdu.response());
    session.close();
  });
  const enquire = setInterval(async () => {
    if (heard) {
      heard = false;
      return;
    }
    const answer = await ask((taken) => session.enquire_link({}, taken));
    if (typeof answer === 'string') session.destroy();
  }, enquireMs);
  void closed.then(() => clearInterval(enquire));
  return {
    submit: (fields) => ask((answer) => session.submit_sm(fields, answer)),
    async unbind() {
      await ask((answer) => session.unbind({}, answer));
      session.destroy();
      await closed;
    },
    closed,
  };
}

/** Resolves when the connection is gone; errors of its socket are the reason, and nothing else. */
function closing(session: Session): Promise<string> {
  let reason = 'closed';
  session.on('error', (error: Error & { code?: string }) => {
    reason = error.code ?? error.message;
    session.destroy();
  });
  return new Promise((resolve) => session.once('close', () => resolve(reason)));
}

type Answer = Pdu | 'unsent' | 'unknown';
type Ask = (send: (onAnswer: (answer: Pdu) => void) => boolean) => Promise<Answer>;

/** Asks and waits for the answer, for as long as `answerMs` and the connection last. */
function asking(closed: Promise<string>, answerMs: number): Ask {
  const waiting = new Set<(answer: Answer) => void>();
  void closed.then(() => {
    for (const settle of waiting) settle('unknown');
  });
  return (send) =>
    new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(late);
        waiting.delete(settle);
        resolve(answer);
      };
      const late = setTimeout(settle, answerMs, 'unknown');
      waiting.add(settle);
      if (!send(settle)) settle('unsent');
    });
}

/** «0x58»: the status of an answer as manuals list it. */
export function statusName({ command_status }: Pdu): string {
  return `0x${command_status.toString(16).padStart(2, '0')}`;
}
