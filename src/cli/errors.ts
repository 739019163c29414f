import type { MessageKey, MessageParams } from '../messages/index.ts';
import type { ExitCode } from './exit-codes.ts';

/**
 * A failure that the CLI itself explains: `code` is stable and goes into `--json`; message and hint are keys.
 * Failures of the cabinet and of the transport are their own classes; `explain` turns every kind into text and exit.
 */
export class CliError extends Error {
  override name = 'CliError';
  readonly exit: ExitCode;
  readonly code: string;
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly hint: MessageKey | undefined;

  constructor(
    exit: ExitCode,
    code: string,
    key: MessageKey,
    details: { params?: MessageParams; hint?: MessageKey; cause?: unknown } = {},
  ) {
    super(code, { cause: details.cause });
    this.exit = exit;
    this.code = code;
    this.key = key;
    this.params = details.params ?? {};
    this.hint = details.hint;
  }
}

/** Unknown command or flag, bad value, missing or extra operand. */
export class UsageError extends CliError {
  override name = 'UsageError';
  constructor(key: MessageKey, params: MessageParams = {}, hint?: MessageKey) {
    super(2, 'usage', key, hint === undefined ? { params } : { params, hint });
  }
}

/** A word that only begins a command (`lisa tariff`); its help is shown below the message. */
export class IncompleteCommand extends UsageError {
  override name = 'IncompleteCommand';
  readonly help: string;
  constructor(command: string, help: string) {
    super('error.command-needed', { command });
    this.help = help;
  }
}

/** A question without a terminal to ask it on; `flag` is what would have answered. */
export class InputNeeded extends CliError {
  override name = 'InputNeeded';
  constructor(what: string, flag: string) {
    super(5, 'input_needed', 'error.input-needed', { params: { what: what.replace(/:$/, ''), flag } });
  }
}

/** Ctrl-C. A command that knows what the interruption left behind says so with a key, and a code, of its own. */
export class Interrupted extends CliError {
  override name = 'Interrupted';
  constructor(
    key: MessageKey = 'error.interrupted',
    details: { params?: MessageParams; hint?: MessageKey; code?: string } = {},
  ) {
    super(130, details.code ?? 'interrupted', key, details);
  }
}
