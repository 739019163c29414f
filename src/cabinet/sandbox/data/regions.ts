/** Regions of the operator, with the towns that their detail records name. */
export const regions = [
  {
    region_id: 1,
    code: 'sverdlovsk',
    name_ru: 'Свердловская область',
    name_en: 'Sverdlovsk Region',
    time_zone: 'Asia/Yekaterinburg',
    contract: 'SVE',
    towns: ['Екатеринбург', 'Нижний Тагил', 'Каменск-Уральский', 'Первоуральск'],
  },
  {
    region_id: 2,
    code: 'khmao',
    name_ru: 'Ханты-Мансийский автономный округ',
    name_en: 'Khanty-Mansi Autonomous Area',
    time_zone: 'Asia/Yekaterinburg',
    contract: 'KHM',
    towns: ['Сургут', 'Нижневартовск', 'Ханты-Мансийск', 'Нефтеюганск'],
  },
  {
    region_id: 3,
    code: 'omsk',
    name_ru: 'Омская область',
    name_en: 'Omsk Region',
    time_zone: 'Asia/Omsk',
    contract: 'OMS',
    towns: ['Омск', 'Тара', 'Исилькуль', 'Калачинск'],
  },
] as const;

export type SandboxRegion = (typeof regions)[number];
