import type { MessageKey } from '../index.ts';
import type { Message } from '../translate.ts';
import { balance } from './balance.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';

export const ru: Record<MessageKey, Message> = { ...common, ...errors, ...balance };
