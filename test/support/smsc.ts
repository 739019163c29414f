import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { decodeText } from '../../src/cabinet/sms/smpp/alphabets.ts';
import { havePerlModules } from './programs.ts';

/** What the service has accepted, as its journal has it. */
export interface Accepted {
  id: number;
  from: string;
  to: string;
  coding: number;
  esm: number;
  hex: string;
  reference: number;
  validity: string;
  registered: number;
}

type Event = { event: string } & Record<string, unknown>;

export const SYSTEM_ID = 'lisa';
export const SMSC_PASSWORD = 'sms-Key1';

/** Whether Debian's `libnet-smpp-perl` is here. */
export const haveSmsc = havePerlModules('Net::SMPP', 'JSON::PP');

/** A short-message service in Perl (`smsc.pl`) that can be killed and started again on the same port and journal. */
export class Smsc {
  port = 0;
  readonly folder = mkdtempSync(join(tmpdir(), 'lisa-smsc-'));
  readonly passwordFile = join(this.folder, 'password');
  private readonly journal = join(this.folder, 'journal.jsonl');
  private readonly events: Event[] = [];
  private child: ChildProcess | undefined;

  get url(): string {
    return `smpp://${SYSTEM_ID}@127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    writeFileSync(this.passwordFile, `${SMSC_PASSWORD}\n`);
    const script = new URL('smsc.pl', import.meta.url).pathname;
    const from = this.events.length;
    const args = [script, this.journal, String(this.port), SYSTEM_ID, SMSC_PASSWORD];
    const child = spawn('perl', args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    child.stdin.on('error', () => {});
    createInterface({ input: child.stdout }).on('line', (line) => this.events.push(JSON.parse(line)));
    const { port } = await this.event('listening', from);
    this.port = Number(port);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Resolves when the service has killed itself, as `crash` made it. */
  async died(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  /** How it behaves from now on; see `smsc.pl`. */
  set(
    order: 'receipts' | 'references' | 'delay' | 'deaf' | 'throttle' | 'refuse' | 'crash',
    value: number,
    status?: number,
  ): void {
    this.order({ do: order, value, ...(status !== undefined && { status }) });
  }

  /** Somebody writes to a short number; delivered again until the cabinet has answered with 0. */
  message(message: {
    tag: string;
    from: string;
    to: string;
    hex: string;
    coding?: number;
    esm?: number;
  }): void {
    this.order({ do: 'message', ...message });
  }

  /** Closes all connections. */
  drop(): void {
    this.order({ do: 'drop' });
  }

  /** The most messages that were under way without an answer at once. */
  async peak(): Promise<number> {
    const from = this.events.length;
    this.order({ do: 'peak' });
    return Number((await this.event('peak', from)).outstanding);
  }

  count(name: string): number {
    return this.events.filter(({ event }) => event === name).length;
  }

  /** The first event of this kind at or behind `from`. */
  async event(name: string, from = 0): Promise<Event & { port?: number; outstanding?: number }> {
    for (;;) {
      const found = this.events.slice(from).find(({ event }) => event === name);
      if (found) return found;
      await sleep(10);
    }
  }

  eventCount(): number {
    return this.events.length;
  }

  /** Everything that was ever accepted, over all restarts. */
  accepted(): Accepted[] {
    if (!existsSync(this.journal)) return [];
    const lines = readFileSync(this.journal, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'accepted');
  }

  /** The texts that recipients see, each as often as it was accepted whole. */
  texts(): { from: string; to: string; text: string }[] {
    return joinParts(this.accepted());
  }

  private order(order: Record<string, unknown>): void {
    this.child?.stdin?.write(`${JSON.stringify(order)}\n`);
  }
}

/** A running service that ends with the test. */
export async function startSmsc(): Promise<Smsc> {
  const smsc = new Smsc();
  onTestFinished(async () => {
    await smsc.kill();
    rmSync(smsc.folder, { recursive: true, force: true });
  });
  await smsc.start();
  return smsc;
}

/** Puts parts together as a telephone does: by recipient, reference and total, each part once. */
function joinParts(accepted: readonly Accepted[]): { from: string; to: string; text: string }[] {
  const whole: { from: string; to: string; text: string }[] = [];
  const open = new Map<string, Map<number, Buffer>>();
  for (const { from, to, coding, esm, hex } of accepted) {
    const bytes = Buffer.from(hex, 'hex');
    if ((esm & 0x40) === 0) {
      whole.push({ from, to, text: decodeText(coding, bytes) });
      continue;
    }
    const [, , , reference, total = 0, part = 0] = bytes;
    const key = `${from} ${to} ${reference} ${total}`;
    const parts = open.get(key) ?? new Map<number, Buffer>();
    if (parts.has(part)) throw new Error(`part ${part} of ${total} to ${to} came twice`);
    open.set(key, parts.set(part, bytes.subarray(6)));
    if (parts.size < total) continue;
    open.delete(key);
    const content = Buffer.concat([...parts].sort(([one], [other]) => one - other).map(([, piece]) => piece));
    whole.push({ from, to, text: decodeText(coding, content) });
  }
  return whole;
}
