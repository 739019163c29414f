/** News, newest first: the day, counted from the one on which the sandbox is made, the region (null for all), titles and bodies. */
export const news: {
  id: string;
  day: number;
  regionId: number | null;
  title: [ru: string, en: string];
  body: [ru: string, en: string];
}[] = [
  {
    id: 'winter-roads',
    day: 12,
    regionId: null,
    title: ['Связь на зимних дорогах', 'Service on the winter roads'],
    body: [
      'Вдоль зимников Севера снова работают временные базовые станции.',
      'Temporary base stations work along the winter roads of the North again.',
    ],
  },
  {
    id: 'metro',
    day: 4,
    regionId: 1,
    title: ['Интернет в тоннелях метро', 'Internet in the tunnels of the metro'],
    body: [
      'Сеть работает на всём перегоне от «Уралмаша» до «Ботанической».',
      'The network works all the way from Uralmash to Botanicheskaya.',
    ],
  },
  {
    id: 'lte-uktus',
    day: -2,
    regionId: 1,
    title: ['Новые станции в Уктусе', 'New stations at Uktus'],
    body: [
      'Связь на склонах и в посёлке стала быстрее: включены четыре базовые станции.',
      'Four base stations were switched on: service on the slopes and in the village is faster.',
    ],
  },
  {
    id: 'tones-new',
    day: -9,
    regionId: null,
    title: ['Новые мелодии «Вместо гудков»', 'New ring-back tones'],
    body: [
      'В каталоге новые песни групп «Плотинка» и «Полярный день».',
      'The catalogue has new songs by Plotinka and Polar Day.',
    ],
  },
  {
    id: 'works-omsk',
    day: -16,
    regionId: 3,
    title: ['Плановые работы в Омске', 'Planned works in Omsk'],
    body: [
      'В ночь на воскресенье с двух до четырёх часов возможны перерывы в интернете.',
      'Internet may be interrupted from two to four in the night before Sunday.',
    ],
  },
  {
    id: 'fraud',
    day: -31,
    regionId: null,
    title: ['Кодовое слово не называют по телефону', 'Nobody asks for your codeword by phone'],
    body: [
      'Наши сотрудники не просят пароль и код из SMS. Если просят, это мошенники.',
      'Our staff never ask for a password or a code from an SMS. Whoever does is a fraud.',
    ],
  },
  {
    id: 'khmao-roads',
    day: -45,
    regionId: 2,
    title: ['Связь на трассе Сургут — Нефтеюганск', 'Service on the Surgut–Nefteyugansk road'],
    body: ['Разрывов покрытия на мосту больше нет.', 'The bridge is covered without gaps.'],
  },
  {
    id: 'tariff-family',
    day: -60,
    regionId: null,
    title: ['В «Семейном» больше гигабайтов', 'More gigabytes in Family'],
    body: [
      'Пакет вырос до 60 ГБ, абонентская плата прежняя.',
      'The package has grown to 60 GB for the same fee.',
    ],
  },
];
