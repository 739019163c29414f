import type { account as source } from '../en/account.ts';
import type { Message } from '../translate.ts';

export const account: Record<keyof typeof source, Message> = {
  'account.group': 'Договор и лицевой счёт',
  'account.show': 'Показать договор, владельца, номер и тариф',
};
