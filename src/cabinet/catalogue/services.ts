import type { ServicesTable } from '../storage/schema-catalogues.ts';

type Row = [
  id: string,
  category: 'calls' | 'messages' | 'internet' | 'roaming' | 'security' | 'information',
  names: [ru: string, en: string],
  summary: [ru: string, en: string],
  /** Kopecks: once at connection, then each period. */
  fees: [connection: bigint, fee: bigint, period: 'day' | 'month' | null],
];

const rows: Row[] = [
  [
    'caller-id',
    'calls',
    ['Определитель номера', 'Caller ID'],
    ['Показывает, кто звонит', 'Shows who is calling'],
    [0n, 0n, null],
  ],
  [
    'sms',
    'messages',
    ['Сообщения', 'Messages'],
    ['Приём и отправка SMS', 'Sends and receives SMS'],
    [0n, 0n, null],
  ],
  [
    'mobile-internet',
    'internet',
    ['Мобильный интернет', 'Mobile internet'],
    ['Доступ в интернет с телефона', 'Internet on the phone'],
    [0n, 0n, null],
  ],
  [
    'mms',
    'messages',
    ['MMS', 'MMS'],
    ['Картинки и звук в сообщениях', 'Pictures and sound in messages'],
    [0n, 0n, null],
  ],
  [
    'voicemail',
    'calls',
    ['Голосовая почта', 'Voicemail'],
    ['Сохраняет сообщения, когда вы не отвечаете', 'Keeps messages when you do not answer'],
    [0n, 100n, 'day'],
  ],
  [
    'call-waiting',
    'calls',
    ['Ожидание вызова', 'Call waiting'],
    ['Второй звонок не потеряется', 'A second call is not lost'],
    [0n, 0n, null],
  ],
  [
    'call-forwarding',
    'calls',
    ['Переадресация', 'Call forwarding'],
    ['Звонки идут на другой номер', 'Calls go to another number'],
    [1_000n, 0n, null],
  ],
  [
    'who-called',
    'calls',
    ['Кто звонил', 'Who called'],
    ['SMS о пропущенных звонках', 'SMS about missed calls'],
    [0n, 80n, 'day'],
  ],
  [
    'anti-caller-id',
    'calls',
    ['Антиопределитель', 'Hidden number'],
    ['Скрывает ваш номер', 'Hides your number'],
    [3_000n, 300n, 'day'],
  ],
  [
    'favourite-number',
    'calls',
    ['Любимый номер', 'Favourite number'],
    ['Скидка на звонки на один номер', 'A discount on calls to one number'],
    [2_500n, 0n, null],
  ],
  [
    'conference',
    'calls',
    ['Конференция', 'Conference'],
    ['До шести собеседников сразу', 'Up to six people in a call'],
    [0n, 4_500n, 'month'],
  ],
  [
    'sms-unlimited',
    'messages',
    ['Безлимитные SMS', 'Unlimited SMS'],
    ['По домашнему региону пакет не тратится', 'In the home region the package is not used up'],
    [0n, 9_000n, 'month'],
  ],
  [
    'social',
    'internet',
    ['Соцсети', 'Social networks'],
    ['Соцсети и мессенджеры не тратят пакет', 'Social networks and messengers do not use up the package'],
    [0n, 12_000n, 'month'],
  ],
  [
    'social-video',
    'internet',
    ['Соцсети и видео', 'Social networks and video'],
    [
      'Соцсети, мессенджеры и видео не тратят пакет',
      'Social networks, messengers and video do not use up the package',
    ],
    [0n, 29_000n, 'month'],
  ],
  [
    'night-internet',
    'internet',
    ['Ночной интернет', 'Night internet'],
    ['С часу ночи до шести утра пакет не тратится', 'From 1 to 6 a.m. the package is not used up'],
    [0n, 250n, 'day'],
  ],
  [
    'fixed-address',
    'internet',
    ['Постоянный адрес', 'Fixed address'],
    ['Постоянный IP-адрес', 'A fixed IP address'],
    [10_000n, 15_000n, 'month'],
  ],
  [
    'roaming',
    'roaming',
    ['Роуминг', 'Roaming'],
    ['Связь в поездках', 'Service while travelling'],
    [0n, 0n, null],
  ],
  [
    'roaming-russia',
    'roaming',
    ['Вся Россия', 'All of Russia'],
    ['Пакеты тарифа действуют по всей стране', 'Packages work in the whole country'],
    [0n, 500n, 'day'],
  ],
  [
    'roaming-cis',
    'roaming',
    ['Ближние страны', 'Nearby countries'],
    ['Звонки в поездках дешевле', 'Cheaper calls while travelling'],
    [5_000n, 700n, 'day'],
  ],
  [
    'antispam',
    'security',
    ['Антиспам', 'Spam filter'],
    ['Отклоняет навязчивые звонки', 'Turns nuisance calls away'],
    [0n, 150n, 'day'],
  ],
  [
    'blacklist',
    'security',
    ['Чёрный список', 'Blocklist'],
    ['До ста нежеланных номеров', 'Up to a hundred unwanted numbers'],
    [0n, 120n, 'day'],
  ],
  [
    'content-lock',
    'security',
    ['Запрет платного контента', 'Premium content lock'],
    ['Короткие номера не спишут деньги', 'Short numbers cannot take money'],
    [0n, 0n, null],
  ],
  [
    'child',
    'security',
    ['Ребёнок под присмотром', 'Child locator'],
    ['Где телефон ребёнка', "Where a child's phone is"],
    [0n, 300n, 'day'],
  ],
  [
    'weather',
    'information',
    ['Погода утром', 'Morning weather'],
    ['SMS с прогнозом на день', 'An SMS with the forecast'],
    [0n, 90n, 'day'],
  ],
  [
    'detailed-bill',
    'information',
    ['Счёт на почту', 'Bill by e-mail'],
    ['Счёт за месяц в начале следующего', 'A monthly bill by e-mail'],
    [0n, 3_000n, 'month'],
  ],
];

/** Services that come with the line and stay. */
const fixed = new Set(['sms', 'caller-id']);

/** What every line has from its first day. */
export const standardServices = ['caller-id', 'sms', 'mobile-internet', 'call-waiting', 'roaming'];

export const services: ServicesTable[] = rows.map(([service_id, category, names, summary, fees], index) => ({
  service_id,
  category,
  name_ru: names[0],
  name_en: names[1],
  summary_ru: summary[0],
  summary_en: summary[1],
  connection_fee: fees[0],
  fee: fees[1],
  fee_period: fees[2],
  can_disconnect: !fixed.has(service_id),
  open: service_id !== 'conference',
  position: index + 1,
  standard: standardServices.includes(service_id),
}));

export const serviceRequirements = [
  ['mms', 'mobile-internet'],
  ['social', 'mobile-internet'],
  ['social-video', 'mobile-internet'],
  ['night-internet', 'mobile-internet'],
  ['fixed-address', 'mobile-internet'],
  ['roaming-russia', 'roaming'],
  ['roaming-cis', 'roaming'],
  ['who-called', 'caller-id'],
  ['blacklist', 'caller-id'],
].map(([service_id = '', required_service_id = '']) => ({ service_id, required_service_id }));

/** The smaller id first. */
export const serviceConflicts = [
  ['social', 'social-video'],
  ['call-forwarding', 'voicemail'],
  ['antispam', 'blacklist'],
].map(([service_id = '', other_service_id = '']) => ({ service_id, other_service_id }));
