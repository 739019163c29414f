import type { MessageKey } from '../../messages/index.ts';
import { type Entry, entry } from '../spec.ts';
import { balance } from './balance/spec.ts';

/** What the first word of a two-word command is about. */
export const groups: Readonly<Record<string, MessageKey>> = {};

/** Every command, in the order of the help. */
export const commands: readonly Entry[] = [entry(balance, () => import('./balance/balance.ts'))];
