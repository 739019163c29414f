import type { promise as source } from '../en/promise.ts';
import type { Message } from '../translate.ts';

export const promise: Record<keyof typeof source, Message> = {
  'promise.group': 'Обещанный платёж: деньги на три дня',
  'promise.show': 'Показать обещанный платёж или доступные суммы',
  'promise.take': 'Взять обещанный платёж',
  'promise.take-description':
    'Взять обещанный платёж: деньги сразу будут на балансе. Сумма и плата за неё спишутся через три дня или при ближайшем пополнении. Только один за раз; баланс может быть отрицательным.',
  'promise.amount-operand': 'Одна из сумм, которые показывает lisa promise show',
  'promise.amount': 'Обещанный платёж',
  'promise.none': 'не взят',
  'promise.amount-column': 'Сумма',
  'promise.fee': 'Плата',
  'promise.total': 'К возврату',
  'promise.due': 'Спишется',
  'promise.total-for-it': 'Вернуть за него',
  'promise.back-by': 'Вернуть до',
  'promise.taken-at': 'Взят',
  'promise.days': 'Срок, дней',
  'promise.not-before': 'Доступен с',
  'promise.options': 'Доступные суммы',
  'promise.no-options': 'Сейчас ничего не доступно.',
  'promise.option': '{amount} за {fee}',
  'promise.which': 'На какую сумму?',
  'promise.take-question': 'Взять обещанный платёж?',
  'promise.due-note': '{total} спишется {due} или при ближайшем пополнении.',
  'promise.next-take': 'Взять: lisa promise take СУММА',
};
