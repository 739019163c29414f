/** News, newest first: days before the sandbox was made, the region (null for all), titles and bodies. */
export const news: {
  id: string;
  daysAgo: number;
  regionId: number | null;
  title: [ru: string, en: string];
  body: [ru: string, en: string];
}[] = [
  {
    id: 'lte-uktus',
    daysAgo: 2,
    regionId: 1,
    title: ['Новые станции в Уктусе', 'New stations at Uktus'],
    body: [
      'Связь на склонах и в посёлке стала быстрее: включены четыре базовые станции.',
      'Four base stations were switched on: service on the slopes and in the village is faster.',
    ],
  },
  {
    id: 'tones-new',
    daysAgo: 9,
    regionId: null,
    title: ['Новые мелодии «Вместо гудков»', 'New ring-back tones'],
    body: [
      'В каталоге новые песни групп «Плотинка» и «Полярный день».',
      'The catalogue has new songs by Plotinka and Polar Day.',
    ],
  },
  {
    id: 'works-omsk',
    daysAgo: 16,
    regionId: 3,
    title: ['Плановые работы в Омске', 'Planned works in Omsk'],
    body: [
      'В ночь на воскресенье с двух до четырёх часов возможны перерывы в интернете.',
      'Internet may be interrupted from two to four in the night before Sunday.',
    ],
  },
  {
    id: 'fraud',
    daysAgo: 31,
    regionId: null,
    title: ['Кодовое слово не называют по телефону', 'Nobody asks for your codeword by phone'],
    body: [
      'Наши сотрудники не просят пароль и код из SMS. Если просят, это мошенники.',
      'Our staff never ask for a password or a code from an SMS. Whoever does is a fraud.',
    ],
  },
  {
    id: 'khmao-roads',
    daysAgo: 45,
    regionId: 2,
    title: ['Связь на трассе Сургут — Нефтеюганск', 'Service on the Surgut–Nefteyugansk road'],
    body: ['Разрывов покрытия на мосту больше нет.', 'The bridge is covered without gaps.'],
  },
  {
    id: 'tariff-family',
    daysAgo: 60,
    regionId: null,
    title: ['В «Семейном» больше гигабайтов', 'More gigabytes in Family'],
    body: [
      'Пакет вырос до 60 ГБ, абонентская плата прежняя.',
      'The package has grown to 60 GB for the same fee.',
    ],
  },
];
