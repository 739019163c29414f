import type { bonus as source } from '../en/bonus.ts';
import type { Message } from '../translate.ts';

export const bonus: Record<keyof typeof source, Message> = {
  'bonus.group': 'Бонусы: остаток, история, списание',
  'bonus.show': 'Показать бонусный счёт',
  'bonus.show-description':
    'Показать бонусный счёт: сколько есть, сколько начисляется, когда следующее начисление и до какого дня бонусы действуют. Бонус равен рублю; первыми тратятся самые старые.',
  'bonus.history': 'Перечислить начисленное, потраченное и сгоревшее',
  'bonus.spend': 'Перевести бонусы на баланс',
  'bonus.spend-description':
    'Перевести бонусы на баланс, рубль за рубль, начиная с самых старых. Из них сразу оплачивается то, что ждало денег.',
  'bonus.amount-operand': 'Сколько, в рублях',
  'bonus.balance': 'Бонусы',
  'bonus.rate': 'Начисляется, % расходов',
  'bonus.next-posting': 'Следующее начисление',
  'bonus.lots': 'Доступно, в порядке списания',
  'bonus.granted': 'Начислено',
  'bonus.expires': 'Потратить до',
  'bonus.none': 'Бонусов пока нет.',
  'bonus.at': 'Когда',
  'bonus.kind': 'Что',
  'bonus.amount': 'Сумма',
  'bonus.kind-posted': 'начислено',
  'bonus.kind-spent': 'потрачено',
  'bonus.kind-expired': 'сгорело',
  'bonus.no-history': 'Бонусы ещё не начислялись.',
  'bonus.spent': 'Бонусов на баланс',
  'bonus.before': 'Бонусов до',
  'bonus.after': 'Бонусов после',
  'bonus.spend-question': 'Перевести бонусы на баланс?',
  'bonus.next-spend': 'Потратить: lisa bonus spend СУММА',
  'bonus.next-show': 'Что осталось: lisa bonus show',
};
