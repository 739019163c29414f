import type { tone as source } from '../en/tone.ts';
import type { Message } from '../translate.ts';

export const tone: Record<keyof typeof source, Message> = {
  'tone.group': 'Мелодии «Вместо гудков»: каталог и подарки',
  'tone.catalog': 'Перечислить мелодии',
  'tone.search-option': 'Только названия и исполнители с этим текстом',
  'tone.category-option': 'Только этот раздел, по коду или названию',
  'tone.no-melodies': 'Мелодий не нашлось.',
  'tone.gift': 'Подарить мелодию другому абоненту',
  'tone.gift-description':
    'Подарить мелодию другому абоненту. У вас самих должна быть услуга «Вместо гудков». Цена удерживается сразу, списывается, когда подарок приняли, и возвращается, если его отклонили или прошло 24 часа.',
  'tone.melody-operand': 'Код или название мелодии, как в lisa tone catalog',
  'tone.which-melody': 'Какую мелодию?',
  'tone.to-option': 'Номер того, кому подарок',
  'tone.which-number': 'На какой номер?',
  'tone.gift-question': 'Подарить эту мелодию?',
  'tone.gift-warning':
    'Цена удерживается сейчас и списывается, когда подарок примут.\nПолучатель увидит подарок в кабинете, на ответ у него 24 часа.',
  'tone.gifts': 'Перечислить подарки: от вас и вам',
  'tone.no-gifts': 'Подарков пока нет.',
  'tone.side-given': 'вы',
  'tone.side-received': 'вам',
  'tone.gift-operand': 'Код подарка из lisa tone gifts, если ждут ответа несколько',
  'tone.which-gift': 'Какой подарок?',
  'tone.accept': 'Принять подаренную мелодию',
  'tone.accept-description':
    'Принять подаренную мелодию. К номеру подключится услуга «Вместо гудков»; первые 30 дней мелодии оплачивает даритель.',
  'tone.accept-question': 'Принять эту мелодию?',
  'tone.accept-warning': 'К номеру подключится услуга «Вместо гудков».\nУ неё есть своя ежедневная плата.',
  'tone.refuse': 'Отклонить подаренную мелодию',
  'tone.refuse-question': 'Отклонить эту мелодию?',
  'tone.next-gift': 'Подарить: lisa tone gift МЕЛОДИЯ --to НОМЕР',
  'tone.next-gifts': 'Посмотреть: lisa tone gifts',
  'tone.next-accept': 'Ответить: lisa tone accept ПОДАРОК или lisa tone refuse ПОДАРОК',
  'tone.service-off': 'отключена',
  'tone.service-active': 'подключена',
  'tone.service-paused': 'приостановлена',
};
