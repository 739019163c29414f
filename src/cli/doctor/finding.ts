import type { MessageKey, MessageParams } from '../../messages/index.ts';

/** `problem`: commands fail because of it. `warn`: they work, and somebody should know. */
export type Level = 'ok' | 'warn' | 'problem';

export type Check =
  | 'version'
  | 'node'
  | 'config'
  | 'folders'
  | 'locks'
  | 'secret_store'
  | 'name'
  | 'proxy'
  | 'certificate'
  | 'connection'
  | 'clock'
  | 'session'
  | 'sandbox'
  | 'terminal'
  | 'locale';

/** What one check found out. */
export interface Finding {
  check: Check;
  level: Level;
  /** The fact. */
  key: MessageKey;
  params?: MessageParams;
  /** What to do about it; has the same parameters. */
  fix?: MessageKey;
  /** A stable word for programs; without it the key's. */
  code?: string;
}

/** Nothing to do. */
export function fine(check: Check, key: MessageKey, params: MessageParams = {}): Finding {
  return { check, level: 'ok', key, params };
}

export function warning(check: Check, key: MessageKey, fix: MessageKey, params: MessageParams = {}): Finding {
  return { check, level: 'warn', key, fix, params };
}

export function problem(check: Check, key: MessageKey, fix: MessageKey, params: MessageParams = {}): Finding {
  return { check, level: 'problem', key, fix, params };
}
