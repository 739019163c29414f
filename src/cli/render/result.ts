import type { MessageKey } from '../../messages/index.ts';
import type { Kopecks } from '../../shared/money.ts';
import type { CliError } from '../errors.ts';

/**
 * A value to show. On a terminal it follows the reader's language and time zone; in a pipe it is locale-free.
 * `text` comes from a server or a file and is made harmless before it is shown; `word` is a translated message in a
 * terminal and its stable code in a pipe; `name` is the same for names that a server keeps. `id` is a UUID, of which a
 * terminal shows the end that tells it from others.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'word'; code: string; label: MessageKey; status?: Status }
  | { kind: 'name'; code: string; shown: string }
  | { kind: 'id'; id: string }
  | { kind: 'money'; kopecks: Kopecks }
  | { kind: 'instant'; at: string }
  | { kind: 'msisdn'; msisdn: string }
  | { kind: 'volume'; amount: number; unit: 'second' | 'message' | 'byte' | 'item' }
  | { kind: 'number'; value: number }
  | { kind: 'none' };

/** What a state means for its owner; the colour of the word. */
export type Status = 'good' | 'warning' | 'bad' | 'neutral';

/** Name and value pairs of one thing. In a pipe: `key<TAB>value` lines. */
export interface Fields {
  kind: 'fields';
  title?: MessageKey;
  rows: readonly { key: string; label: MessageKey; value: Cell }[];
}

/** Rows of a list. In a pipe: tab-separated values without a head. */
export interface Table {
  kind: 'table';
  title?: MessageKey;
  /** A `spare` column is left out of a terminal that is too narrow for all of them; a pipe always has it. */
  columns: readonly { label: MessageKey; align?: 'right'; spare?: true }[];
  rows: readonly (readonly Cell[])[];
  /** Said on stderr of a terminal when there is no row. */
  empty: MessageKey;
}

/** Text that is data itself, printed as it is (a completion script, a help topic). */
export interface Verbatim {
  kind: 'verbatim';
  text: string;
}

/** Running text from a server; its line breaks are paragraphs. In a pipe: one `key<TAB>value` line. */
export interface Prose {
  kind: 'prose';
  key: string;
  text: string;
}

export type Block = Fields | Table | Verbatim | Prose;

/** What a command found out or did. How it is shown is decided outside, once. */
export interface Result {
  blocks: readonly Block[];
  /** The object behind `--json`; `schema` is its first key. Absent for `plain` commands. */
  json?: { schema: string } & Record<string, unknown>;
  /** Lines for people on stderr after the data: the next command to try, what was not done. */
  notes?: readonly Note[];
  /** An exit code other than 0 for a command that did its work (8: below the threshold). */
  exit?: number;
  /** What is said when this cannot be written and cannot be had again: a password that is shown once. */
  ifLost?: CliError;
}

export interface Note {
  key: MessageKey;
  params?: Readonly<Record<string, string | number>>;
}

/** A result that shows nothing. */
export const nothing: Result = { blocks: [] };
