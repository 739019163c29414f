import type { offer as source } from '../en/offer.ts';
import type { Message } from '../translate.ts';

export const offer: Record<keyof typeof source, Message> = {
  'offer.group': 'Личные предложения: список, принятие',
  'offer.list': 'Перечислить предложения для вас',
  'offer.none': 'Предложений для вас сейчас нет.',
  'offer.show': 'Показать предложение',
  'offer.accept': 'Принять предложение',
  'offer.accept-description':
    'Принять предложение. Цена списывается и пакет начинает действовать сразу. Принять предложение можно один раз и пока не вышел его срок.',
  'offer.accept-question': 'Принять это предложение?',
  'offer.operand': 'Код или название предложения, как в lisa offer list',
  'offer.which': 'Какое предложение?',
  'offer.which-accept': 'Какое предложение принять?',
  'offer.name': 'Предложение',
  'offer.text': 'О предложении',
  'offer.volume': 'Объём',
  'offer.days': 'Дней',
  'offer.state': 'Статус',
  'offer.state-open': 'открыто',
  'offer.state-accepted': 'принято',
  'offer.state-expired': 'истекло',
  'offer.valid-until': 'Принять до',
  'offer.accepted-at': 'Принято',
  'offer.package-until': 'Пакет до',
  'offer.next-accept': 'Принять: lisa offer accept ПРЕДЛОЖЕНИЕ',
  'offer.next-accept-this': 'Принять: lisa offer accept {id}',
  'offer.next-balance': 'Остаток пакета: lisa balance',
};
