import { documentKinds } from '../../../contract/operations/staff-issues.ts';
import type { Translator } from '../../../messages/index.ts';
import { parseMsisdn } from '../../../shared/msisdn.ts';
import { fold } from '../../choose.ts';
import { sanitize } from '../../render/sanitize.ts';
import type { Problem, ProblemCode } from './problems.ts';

/** The columns of a file of orders: every one has to be there, in any order, under its English or its Russian name. */
export const columnNames = [
  'contract_number',
  'name',
  'kind',
  'region',
  'account',
  'msisdn',
  'network_login',
  'tariff',
  'document_kind',
  'document_digits',
  'codeword',
] as const;

export type ColumnName = (typeof columnNames)[number];

const KINDS = ['person', 'company'] as const;

/** Where a column stands, from 1, and under which head. */
export interface Place {
  column: number;
  head: string;
}

export type Columns = ReadonlyMap<ColumnName, Place>;

/** Reads the heads of a file. `russian` has the other name of each. */
export function readHeads(
  heads: readonly string[],
  line: number,
  russian: Translator,
): { columns: Columns; problems: Problem[] } {
  const names = new Map(
    columnNames.flatMap((name) => [
      [plain(name), name],
      [plain(russian(`batch-column.${name}`)), name],
    ]),
  );
  const columns = new Map<ColumnName, Place>();
  const problems: Problem[] = [];
  for (const [index, cell] of heads.entries()) {
    const [name, head, column] = [names.get(plain(cell)), cell.trim(), index + 1];
    const code = name === undefined ? 'unknown_column' : 'duplicate_column';
    if (name !== undefined && !columns.has(name)) columns.set(name, { column, head });
    else problems.push({ line, column, name: name ?? null, head, code });
  }
  for (const name of columnNames) {
    if (!columns.has(name))
      problems.push({ line, column: null, name, head: name, code: 'missing_column', params: { name } });
  }
  return { columns, problems };
}

/** Case, spaces, underscores and hyphens of a head do not matter. */
function plain(head: string): string {
  return fold(head).replace(/[\s_-]+/g, '_');
}

/** What a cell says, or what is wrong with it. */
export type Reading = { value: string } | { code: ProblemCode; params?: Record<string, string | number> };

/** Columns whose content is not shown again. */
export const CONFIDENTIAL: ReadonlySet<ColumnName> = new Set(['document_digits', 'codeword']);

/** Reads a cell; an account may be left empty for the next free one. */
export function readCell(name: ColumnName, cell: string, russian: Translator): Reading {
  const value = cell.trim();
  if (value === '') return name === 'account' ? { value } : { code: 'missing' };
  const harmful = [...value].find((character) => sanitize(character) !== character);
  if (harmful !== undefined) return { code: 'forbidden', params: { character: sanitize(harmful) } };
  switch (name) {
    case 'contract_number':
      return atMost(30, value);
    case 'name':
      return atMost(100, value);
    case 'codeword':
      return atMost(64, value);
    case 'region':
      return atMost(20, value);
    case 'tariff':
      return atMost(40, value);
    case 'account':
      return shaped(/^[1-9]\d{5,11}$/, value);
    case 'network_login':
      return shaped(/^[a-z][a-z0-9._-]{2,31}$/, value.toLowerCase());
    case 'document_digits':
      return shaped(/^\d{4}$/, value);
    case 'msisdn': {
      const msisdn = parseMsisdn(value);
      return msisdn === null ? { code: 'bad_format' } : { value: msisdn };
    }
    case 'kind':
      return oneOfWords(KINDS, value, (word) => russian(`batch-kind.${word}`));
    case 'document_kind':
      return oneOfWords(documentKinds, value, (word) => russian(`batch-document.${word}`));
  }
}

function atMost(maximum: number, value: string): Reading {
  return [...value].length <= maximum ? { value } : { code: 'too_long', params: { maximum } };
}

function shaped(shape: RegExp, value: string): Reading {
  return shape.test(value) ? { value } : { code: 'bad_format' };
}

function oneOfWords<W extends string>(
  words: readonly W[],
  value: string,
  russian: (word: W) => string,
): Reading {
  const meant = words.find((word) => [word, russian(word)].some((name) => plain(name) === plain(value)));
  if (meant !== undefined) return { value: meant };
  return { code: 'unknown_word', params: { words: words.join(', ') } };
}
