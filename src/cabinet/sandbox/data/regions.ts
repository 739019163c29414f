import { regions as catalogue } from '../../catalogue/regions.ts';

/** How contracts of a region are numbered, and the towns that its detail records name. */
const life = {
  sverdlovsk: {
    contract: 'SVE',
    towns: ['Екатеринбург', 'Нижний Тагил', 'Каменск-Уральский', 'Первоуральск'],
  },
  khmao: { contract: 'KHM', towns: ['Сургут', 'Нижневартовск', 'Ханты-Мансийск', 'Нефтеюганск'] },
  omsk: { contract: 'OMS', towns: ['Омск', 'Тара', 'Исилькуль', 'Калачинск'] },
} as const;

const [sverdlovsk, khmao, omsk] = catalogue;

/** Regions of the operator with what the lives of their lines need. */
export const regions = [
  { ...sverdlovsk, ...life.sverdlovsk },
  { ...khmao, ...life.khmao },
  { ...omsk, ...life.omsk },
] as const;

export type SandboxRegion = (typeof regions)[number];
