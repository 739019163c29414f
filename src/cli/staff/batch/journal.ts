import { createHmac } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { WireIssuedCredentials } from '../../../contract/operations/staff-issues.ts';
import type { Random } from '../../../shared/clock.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { sanitize } from '../../render/sanitize.ts';
import type { Order } from './orders.ts';

/** What came of an order. */
export interface Issued {
  line: number;
  credentials: WireIssuedCredentials;
}

/** The two keys of a request, which follow from the order: sent again it has the same ones. */
export interface RequestKeys {
  idempotencyKey: string;
  replyKey: string;
}

type Entry =
  | { schema: typeof SCHEMA; secret: string; cabinet: string }
  | { planned: string[] }
  | { issued: string; line: number; credentials: WireIssuedCredentials }
  | { refused: string };

const SCHEMA = 'issue-journal/1';
const SECRET_BYTES = 32;

/**
 * What a batch has done so far: a file that only grows, so that nothing of it is lost when the program is killed. It holds
 * the secret that the keys of all its requests follow from, the orders that were found sound, and what was issued, with
 * passwords; only its owner can read it.
 */
export class Journal {
  readonly #path: string;
  readonly #secret: Buffer;
  readonly #cabinet: string;
  readonly #planned = new Set<string>();
  readonly #issued = new Map<string, Issued>();
  readonly #refusals = new Map<string, number>();
  #handle: FileHandle | undefined;
  #waiting: { text: string; written: () => void; failed: (error: unknown) => void }[] = [];
  #writing = false;

  constructor(path: string, secret: Uint8Array, cabinet: string) {
    this.#path = path;
    this.#secret = Buffer.from(secret);
    this.#cabinet = cabinet;
  }

  /**
   * The journal at `path`, or a new one that is not written yet.
   * @throws CliError `journal_unreadable`, also when it is somebody else's file, and `journal_elsewhere` when it belongs to
   * another cabinet
   */
  static async open(path: string, cabinet: string, random: Random): Promise<Journal> {
    const entries = await readEntries(path);
    const [head, ...rest] = entries;
    if (head === undefined) return new Journal(path, random.bytes(SECRET_BYTES), cabinet);
    if (!('schema' in head) || head.schema !== SCHEMA) throw unreadable(path);
    if (head.cabinet !== cabinet) {
      const params = { file: sanitize(path), cabinet: sanitize(head.cabinet) };
      throw new CliError(exitCodes.usage, 'journal_elsewhere', 'batch.journal-elsewhere', { params });
    }
    const journal = new Journal(path, Buffer.from(head.secret, 'base64url'), cabinet);
    for (const entry of rest) journal.#take(entry);
    return journal;
  }

  /** True once something was begun. */
  get begun(): boolean {
    return this.#planned.size > 0;
  }

  get issued(): ReadonlyMap<string, Issued> {
    return this.#issued;
  }

  /** Names an order; another content is another order. */
  idOf(order: Order): string {
    const ordered = Object.entries(order).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return this.#derive('order', JSON.stringify(ordered));
  }

  /** True when it may have reached the cabinet, which then says that its logins are taken. */
  isUnderWay(id: string): boolean {
    return this.#planned.has(this.#requestOf(id)) && !this.#issued.has(id);
  }

  keysOf(id: string): RequestKeys {
    const request = this.#requestOf(id);
    return { idempotencyKey: this.#derive('key', request), replyKey: this.#derive('reply', request) };
  }

  /** A refusal is answered with the same words under the same key: the next try is another request. */
  #requestOf(id: string): string {
    return `${id} ${this.#refusals.get(id) ?? 0}`;
  }

  /** Makes durable which orders will be sent; comes before the first request. */
  async plan(ids: readonly string[]): Promise<void> {
    const { handle, length } = await openToAppend(this.#path);
    this.#handle = handle;
    if (length === 0)
      await this.#append({
        schema: SCHEMA,
        secret: this.#secret.toString('base64url'),
        cabinet: this.#cabinet,
      });
    const requests = ids.map((id) => this.#requestOf(id));
    await this.#append({ planned: requests.filter((request) => !this.#planned.has(request)) });
  }

  async recordIssued(id: string, issued: Issued): Promise<void> {
    await this.#append({ issued: id, ...issued });
  }

  async recordRefused(id: string): Promise<void> {
    await this.#append({ refused: id });
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  /** Everything is issued and stands in the results. */
  async remove(): Promise<void> {
    await this.close();
    await unlink(this.#path);
  }

  #derive(purpose: string, text: string): string {
    return createHmac('sha256', this.#secret).update(`${purpose} ${text}`).digest('base64url');
  }

  #take(entry: Entry): void {
    if ('planned' in entry) for (const id of entry.planned) this.#planned.add(id);
    if ('issued' in entry)
      this.#issued.set(entry.issued, { line: entry.line, credentials: entry.credentials });
    if ('refused' in entry) this.#refusals.set(entry.refused, (this.#refusals.get(entry.refused) ?? 0) + 1);
  }

  /** Entries that come while others are being written share the next write. */
  async #append(entry: Entry): Promise<void> {
    await new Promise<void>((written, failed) => {
      this.#waiting.push({ text: `${JSON.stringify(entry)}\n`, written, failed });
      if (!this.#writing) void this.#write();
    });
    this.#take(entry);
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const entries = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#handle === undefined) throw new Error('plan() comes first');
        await this.#handle.appendFile(entries.map(({ text }) => text).join(''));
        await this.#handle.datasync();
        for (const { written } of entries) written();
      } catch (error) {
        for (const { failed } of entries) failed(error);
      }
    }
    this.#writing = false;
  }
}

/** What can be read; a last line that was cut off was never acted upon. */
async function readEntries(path: string): Promise<Entry[]> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(absent);
  if (handle === undefined) return [];
  try {
    await requireOwn(handle, path);
    const text = await handle.readFile('utf8');
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Entry);
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(path) : error;
  } finally {
    await handle.close();
  }
}

/** Opens it behind its last whole line, readable by its owner only. */
async function openToAppend(path: string): Promise<{ handle: FileHandle; length: number }> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(path, flags, 0o600);
  await requireOwn(handle, path);
  // One that was made before, or copied. Some disks know no rights: there it is as it is.
  await handle.chmod(0o600).catch(() => {});
  const length = (await handle.readFile()).lastIndexOf('\n') + 1;
  await handle.truncate(length);
  return { handle, length };
}

/** In a folder of several people somebody else may have put it there: its keys and passwords would be theirs too. */
async function requireOwn(handle: FileHandle, path: string): Promise<void> {
  const [{ uid: owner }, { uid }] = [await handle.stat(), userInfo()];
  // -1 where files have no such owner.
  if (uid === -1 || owner === uid) return;
  await handle.close();
  throw unreadable(path);
}

function unreadable(path: string): CliError {
  const params = { file: sanitize(path) };
  return new CliError(exitCodes.failed, 'journal_unreadable', 'batch.journal-unreadable', { params });
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
