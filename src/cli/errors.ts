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

/** Ctrl-C. */
export class Interrupted extends CliError {
  override name = 'Interrupted';
  constructor(key: MessageKey = 'error.interrupted', hint?: MessageKey) {
    super(130, 'interrupted', key, hint === undefined ? {} : { hint });
  }
}
