import type { tariff as source } from '../en/tariff.ts';
import type { Message } from '../translate.ts';

export const tariff: Record<keyof typeof source, Message> = {
  'tariff.group': 'Тариф: нынешний, доступные, смена',
  'tariff.show': 'Показать тариф и следующее списание',
  'tariff.list': 'Перечислить тарифы, на которые можно перейти',
  'tariff.none': 'Перейти не на что: других тарифов нет.',
  'tariff.switch': 'Перейти на другой тариф',
  'tariff.switch-description':
    'Перейти на другой тариф. Плата за переход и первая абонентская плата списываются сразу, остатки пакетов пропадают. Не чаще раза в 30 дней.',
  'tariff.operand': 'Код или название тарифа, как в lisa tariff list',
  'tariff.which': 'На какой тариф перейти?',
  'tariff.switch-question': 'Сменить тариф?',
  'tariff.lost': 'Пропадёт',
  'tariff.nothing-lost': 'Ничего не пропадёт.',
  'tariff.next-switch': 'Перейти: lisa tariff switch ТАРИФ',
  'tariff.next-show': 'Посмотреть: lisa tariff show',
};
