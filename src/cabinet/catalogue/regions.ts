/** Regions of the operator. */
export const regions = [
  {
    region_id: 1,
    code: 'sverdlovsk',
    name_ru: 'Свердловская область',
    name_en: 'Sverdlovsk Region',
    time_zone: 'Asia/Yekaterinburg',
  },
  {
    region_id: 2,
    code: 'khmao',
    name_ru: 'Ханты-Мансийский автономный округ',
    name_en: 'Khanty-Mansi Autonomous Area',
    time_zone: 'Asia/Yekaterinburg',
  },
  {
    region_id: 3,
    code: 'omsk',
    name_ru: 'Омская область',
    name_en: 'Omsk Region',
    time_zone: 'Asia/Omsk',
  },
] as const;
