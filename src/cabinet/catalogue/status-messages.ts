import type { StatusMessagesTable } from '../storage/schema-tones.ts';

const rows: [id: string, names: [ru: string, en: string], texts: [ru: string, en: string]][] = [
  [
    'meeting',
    ['На совещании', 'In a meeting'],
    ['Я на совещании, перезвоню позже', 'I am in a meeting and will call back'],
  ],
  ['driving', ['За рулём', 'Driving'], ['Я за рулём, напишите, пожалуйста', 'I am driving, please write']],
  [
    'lecture',
    ['На занятии', 'At a lecture'],
    ['Я на занятии до перемены', 'I am at a lecture until the break'],
  ],
  [
    'vacation',
    ['В отпуске', 'On vacation'],
    ['Я в отпуске и редко беру трубку', 'I am on vacation and rarely answer'],
  ],
  [
    'trip',
    ['В командировке', 'On a trip'],
    ['Я в командировке, учтите разницу во времени', 'I am travelling, mind the time zone'],
  ],
  [
    'cinema',
    ['В кино', 'At the cinema'],
    ['Я в кино, перезвоню после сеанса', 'I am at the cinema and will call after it'],
  ],
  [
    'sport',
    ['На тренировке', 'At the gym'],
    ['Я на тренировке, скоро отвечу', 'I am at the gym and will answer soon'],
  ],
  ['sleep', ['Сплю', 'Sleeping'], ['Я сплю, звоните утром', 'I am asleep, call in the morning']],
  ['doctor', ['У врача', 'At the doctor'], ['Я у врача, перезвоню', 'I am at the doctor and will call back']],
  [
    'theatre',
    ['В театре', 'At the theatre'],
    ['Я в театре, звук выключен', 'I am at the theatre with the sound off'],
  ],
  [
    'weak-signal',
    ['Плохая связь', 'Weak signal'],
    ['Я там, где плохая связь', 'I am where the signal is weak'],
  ],
  [
    'write-me',
    ['Лучше напишите', 'Please write'],
    ['Сейчас удобнее ответить на сообщение', 'A message is easier to answer now'],
  ],
];

export const statusMessages: StatusMessagesTable[] = rows.map(([status_id, names, texts], index) => ({
  status_id,
  name_ru: names[0],
  name_en: names[1],
  text_ru: texts[0],
  text_en: texts[1],
  position: index + 1,
}));
