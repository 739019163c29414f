import type { MessageKey, MessageParams } from '../../messages/index.ts';

export type Level = 'ok' | 'warn' | 'problem';

/** What one check found out. */
export interface Finding {
  check:
    | 'node'
    | 'config'
    | 'secret_store'
    | 'name'
    | 'connection'
    | 'proxy'
    | 'clock'
    | 'session'
    | 'sandbox'
    | 'terminal';
  level: Level;
  /** The fact. */
  key: MessageKey;
  params?: MessageParams;
  /** What to do about it. */
  fix?: MessageKey;
}
