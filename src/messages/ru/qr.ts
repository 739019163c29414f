import type { qr as source } from '../en/qr.ts';
import type { Message } from '../translate.ts';

export const qr: Record<keyof typeof source, Message> = {
  'qr.key': 'Ключ для ввода вручную:',
  'qr.address': 'Или ссылкой:',
};
