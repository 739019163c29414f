import type { balance as source } from '../en/balance.ts';
import type { Message } from '../translate.ts';

export const balance: Record<keyof typeof source, Message> = {
  'balance.summary': 'Показать баланс, состояние и остатки пакетов',
  'balance.fail-below': 'Завершиться с кодом 8, если баланс ниже этой суммы',
  'balance.remains': 'Остатки',
  'balance.no-remains': 'Пакетов нет.',
};
