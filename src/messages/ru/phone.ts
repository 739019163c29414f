import type { phone as source } from '../en/phone.ts';
import type { Message } from '../translate.ts';

export const phone: Record<keyof typeof source, Message> = {
  'phone.group': 'Телефоны абонентов песочницы',
  'phone.inbox-summary': 'Показать сообщения, пришедшие на телефон',
  'phone.inbox-description':
    'Показывает SMS, которые кабинет отправил на телефон песочницы; новые внизу. Телефон хранит последние 100.',
  'phone.send-summary': 'Отправить SMS с телефона',
  'phone.send-description':
    'Отправляет SMS в кабинет, как сделал бы абонент, и показывает, что пришло в ответ. 1070 присылает одноразовый пароль, 1071 принимает коды подарков.',
  'phone.codes-summary': 'Показать только коды и пароли, пришедшие на телефон',
  'phone.codes-description': 'Показывает коды и одноразовые пароли из сообщений телефона; новые сверху.',
  'phone.number': 'Чей телефон; если не указан — демонстрационного абонента',
  'phone.text': 'Текст SMS; для 1070 не обязателен',
  'phone.to': 'Короткий номер: 1070 или 1071',
  'phone.to-missing': 'На какой номер? Укажите --to, например --to 1070.',
  'phone.to-bad': 'На «{value}» SMS не отправить; номера кабинета — 1070 и 1071.',
  'phone.empty': 'Сообщений пока нет.',
  'phone.no-answer': 'Отправлено. В ответ ничего не пришло.',
  'phone.no-codes': 'Кодов пока нет.',
  'phone.column-at': 'Пришло',
  'phone.column-from': 'От кого',
  'phone.column-text': 'Текст',
  'phone.column-code': 'Код',
  'phone.column-purpose': 'Для чего',
  'phone.column-valid-until': 'Действует до',
  'phone.purpose-one_time_password': 'одноразовый пароль',
  'phone.purpose-gift_accept': 'принять подарок',
  'phone.purpose-gift_refuse': 'отказаться от подарка',
};
