import type { TariffsTable } from '../storage/schema.ts';

type Row = [
  id: string,
  names: [ru: string, en: string],
  summary: [ru: string, en: string],
  /** Roubles: the fee, the price of a switch. */
  prices: [fee: bigint, switchPrice: bigint],
  packages: [minutes: number, sms: number, gigabytes: number],
  /** Kopecks: per minute, per message, per megabyte. */
  rates: [voice: bigint, sms: bigint, data: bigint],
];

const rows: Row[] = [
  [
    'minute',
    ['Поминутный', 'Per Minute'],
    ['Без абонентской платы: платите только за то, чем пользуетесь', 'No fee: pay only for what you use'],
    [0n, 0n],
    [0, 0, 0],
    [190n, 200n, 300n],
  ],
  [
    'start',
    ['Старт', 'Start'],
    ['Немного минут и интернета для редких звонков', 'A few minutes and gigabytes for rare calls'],
    [190n, 0n],
    [150, 50, 3],
    [180n, 180n, 200n],
  ],
  [
    'neighbour',
    ['Соседи', 'Neighbours'],
    ['Минуты для звонков по области', 'Minutes for calls within the region'],
    [290n, 50n],
    [400, 100, 6],
    [160n, 160n, 180n],
  ],
  [
    'comfort',
    ['Комфорт', 'Comfort'],
    ['Всего поровну: звонки, сообщения, интернет', 'A bit of everything: calls, messages, internet'],
    [450n, 50n],
    [600, 200, 25],
    [150n, 150n, 150n],
  ],
  [
    'stream',
    ['Поток', 'Stream'],
    ['Много интернета для видео и работы', 'A lot of internet for video and work'],
    [550n, 100n],
    [400, 100, 50],
    [150n, 150n, 100n],
  ],
  [
    'talk',
    ['Говорун', 'Talkative'],
    ['Много минут, интернета в меру', 'Many minutes and some internet'],
    [490n, 50n],
    [1500, 300, 10],
    [120n, 120n, 180n],
  ],
  [
    'family',
    ['Семейный', 'Family'],
    ['Запас минут и гигабайтов на всю семью', 'Minutes and gigabytes for the whole family'],
    [790n, 100n],
    [2000, 500, 60],
    [120n, 120n, 100n],
  ],
  [
    'maximum',
    ['Максимум', 'Maximum'],
    ['Самые большие пакеты', 'The largest packages'],
    [1190n, 150n],
    [4000, 1000, 120],
    [100n, 100n, 80n],
  ],
  [
    'senior',
    ['Забота', 'Care'],
    ['Звонки и сообщения близким, интернета немного', 'Calls and messages to the family, little internet'],
    [150n, 0n],
    [300, 200, 2],
    [150n, 100n, 250n],
  ],
  [
    'office',
    ['Деловой', 'Business'],
    ['Для сотрудников компаний', 'For employees of companies'],
    [690n, 0n],
    [1500, 300, 30],
    [130n, 130n, 120n],
  ],
];

const archive: Row[] = [
  [
    'ural',
    ['Уральский', 'Ural'],
    ['Архивный тариф', 'No longer offered'],
    [250n, 0n],
    [300, 100, 4],
    [170n, 170n, 190n],
  ],
];

function tariff(row: Row, open: boolean, position: number): TariffsTable {
  const [tariff_id, names, summary, prices, packages, rates] = row;
  return {
    tariff_id,
    name_ru: names[0],
    name_en: names[1],
    summary_ru: summary[0],
    summary_en: summary[1],
    fee: prices[0] * 100n,
    switch_price: prices[1] * 100n,
    minutes: packages[0],
    sms: packages[1],
    data_megabytes: packages[2] * 1024,
    rate_voice: rates[0],
    rate_sms: rates[1],
    rate_data: rates[2],
    open,
    position,
  };
}

/** Ten tariffs on offer and one of the archive. */
export const tariffs: TariffsTable[] = [
  ...rows.map((row, index) => tariff(row, true, index + 1)),
  ...archive.map((row, index) => tariff(row, false, rows.length + index + 1)),
];
