import { type Kopecks, parseAmount } from '../shared/money.ts';
import { parseMsisdn } from '../shared/msisdn.ts';
import { UsageError } from './errors.ts';
import type { CommandSpec, InputFor, OperandSpec, OptionSpec } from './spec.ts';

export type RawOptions = Readonly<Record<string, string | boolean | undefined>>;

/** Typed values of the options of a command. @throws UsageError naming the value that does not fit */
export function readOptions(
  spec: Pick<CommandSpec, 'options'>,
  raw: RawOptions,
): InputFor<CommandSpec>['options'] {
  const entries = Object.entries(spec.options).map(([key, option]) => [
    key,
    readOption(option, given(key, raw)),
  ]);
  return Object.fromEntries(entries);
}

/** commander turns `--no-open` into `open: false`; our key says what was typed: `noOpen`. */
function given(key: string, raw: RawOptions): RawOptions[string] {
  return /^no[A-Z]/.test(key) ? raw[key.charAt(2).toLowerCase() + key.slice(3)] === false : raw[key];
}

function readOption(option: OptionSpec, raw: string | boolean | undefined): unknown {
  if (option.type === 'flag') return raw === true;
  if (typeof raw !== 'string') return undefined;
  switch (option.type) {
    case 'text':
      return raw;
    case 'day':
      if (!isDay(raw)) throw new UsageError('error.bad-day', { value: raw });
      return raw;
    case 'time':
      return readTime(raw);
    case 'amount': {
      const amount = parseAmount(raw);
      if (amount === null) throw new UsageError('error.bad-amount', { value: raw });
      return amount;
    }
    case 'msisdn':
      return readMsisdn(raw);
    case 'integer':
      return readInteger(raw, option);
    case 'choice':
      return readChoice(raw, option.choices);
  }
}

/** Money that somebody asks for: more than nothing. @throws UsageError */
export function readAskedAmount(text: string): Kopecks {
  const amount = parseAmount(text);
  if (amount === null || amount <= 0n || amount > MOST_ASKED) {
    throw new UsageError('error.bad-amount', { value: text });
  }
  return amount;
}

/** What the contract takes: nine digits of roubles. */
const MOST_ASKED = 999_999_999_99n;

/** A time of day with two digits of the hour. @throws UsageError */
function readTime(text: string): string {
  const time = text.padStart(5, '0');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new UsageError('error.bad-time', { value: text });
  return time;
}

/** A calendar day, or an instant with an offset. */
function isDay(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text);
  if (!match?.[1]) return false;
  const midnight = new Date(`${match[1]}T00:00:00Z`);
  return (
    !Number.isNaN(midnight.getTime()) &&
    midnight.toISOString().startsWith(match[1]) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** The 10 national digits of a typed number (R1). @throws UsageError */
export function readMsisdn(text: string): string {
  const msisdn = parseMsisdn(text);
  if (msisdn === null) throw new UsageError('error.bad-msisdn', { value: text });
  return msisdn;
}

function readInteger(raw: string, { minimum, maximum }: { minimum: number; maximum: number }): number {
  const value = /^-?\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
  if (!(value >= minimum && value <= maximum))
    throw new UsageError('error.bad-integer', { value: raw, minimum, maximum });
  return value;
}

function readChoice(raw: string, choices: readonly string[]): string {
  if (!choices.includes(raw))
    throw new UsageError('error.bad-choice', { value: raw, choices: choices.join(', ') });
  return raw;
}

/** Operands in their order. @throws UsageError for a word that is not one of the choices */
export function readOperands(
  spec: CommandSpec,
  received: readonly unknown[],
): InputFor<CommandSpec>['operands'] {
  const entries = Object.entries(spec.operands).map(([key, operand], index) => [
    key,
    readOperand(operand, received[index]),
  ]);
  return Object.fromEntries(entries);
}

function readOperand(operand: OperandSpec, raw: unknown): string | readonly string[] | undefined {
  if (Array.isArray(raw)) return raw.map(String);
  if (operand.variadic) return [];
  if (typeof raw !== 'string') return undefined;
  return operand.choices === undefined ? raw : readChoice(raw, operand.choices);
}
