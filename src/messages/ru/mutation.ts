import type { mutation as source } from '../en/mutation.ts';
import type { Message } from '../translate.ts';

export const mutation: Record<keyof typeof source, Message> = {
  'mutation.consent': 'Продолжить?',
  'mutation.nothing-changed': 'Это предварительный расчёт. Ничего не изменено.',
  'mutation.key': 'Idempotency-Key: {key}',
};
