import type { sim as source } from '../en/sim.ts';
import type { Message } from '../translate.ts';

export const sim: Record<keyof typeof source, Message> = {
  'sim.group': 'SIM-карта: состояние, блокировка, разблокировка',
  'sim.status': 'Показать, заблокирована ли SIM-карта',
  'sim.block': 'Сразу и бесплатно заблокировать SIM-карту',
  'sim.block-description':
    'Сразу заблокировать SIM-карту: бесплатно, без кодового слова. Пока она заблокирована, плата не списывается. Через 30 дней номер отключается.',
  'sim.reason-option': 'Причина',
  'sim.which-reason': 'Почему нужно заблокировать SIM-карту?',
  'sim.reason-lost': 'утеряна',
  'sim.reason-stolen': 'украдена',
  'sim.reason-temporary': 'на время',
  'sim.block-question': 'Заблокировать SIM-карту?',
  'sim.block-warning':
    'Звонки, SMS и интернет прекратятся сразу.\nЕсли не разблокировать до {until}, номер будет отключён.',
  'sim.fees-pause': 'Пока заблокирована, не списывается',
  'sim.fees-go-on': 'Списания продолжатся, сдвинутые на время блокировки',
  'sim.unblock': 'Разблокировать SIM-карту кодовым словом',
  'sim.unblock-description':
    'Разблокировать SIM-карту кодовым словом из договора. После пяти неверных это может сделать только офис.',
  'sim.codeword-stdin': 'Взять кодовое слово из первой строки stdin',
  'sim.codeword': 'Кодовое слово',
  'sim.unblock-question': 'Разблокировать SIM-карту?',
  'sim.next-unblock': 'Разблокировать: lisa sim unblock',
  'sim.next-status': 'Посмотреть: lisa sim status',
  'sim.state-active': 'работает',
  'sim.state-blocked': 'заблокирована',
  'sim.state-disconnected': 'отключена',
};
