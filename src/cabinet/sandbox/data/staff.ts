import { createHash } from 'node:crypto';
import type { NewMember } from '../../domain/staff/addMember.ts';
import { subscribers } from './subscribers.ts';

/** The password of every member of a new sandbox's staff. */
export const STAFF_PASSWORD = 'Staff-2026';

type SeededMember = Pick<NewMember, 'login' | 'name' | 'role' | 'office' | 'region' | 'ownLines'>;

/** One of each role, and an issuer to whom other regions do not exist. The first one has a line of their own. */
export const staffMembers: readonly SeededMember[] = [
  {
    login: 'issuer',
    name: 'Полякова Вера Игоревна',
    role: 'issuer',
    office: 'Екатеринбург, ул. Малышева, 36',
    region: null,
    ownLines: subscribers()
      .slice(8, 9)
      .map(({ msisdn }) => msisdn),
  },
  {
    login: 'issuer-ural',
    name: 'Хабибуллин Ринат Маратович',
    role: 'issuer',
    office: 'Нижний Тагил, пр. Мира, 12',
    region: 'sverdlovsk',
    ownLines: [],
  },
  {
    login: 'support',
    name: 'Гордеев Илья Олегович',
    role: 'support',
    office: 'Контакт-центр, Омск',
    region: null,
    ownLines: [],
  },
  {
    login: 'auditor',
    name: 'Белоусова Нина Павловна',
    role: 'auditor',
    office: 'Служба внутреннего аудита',
    region: null,
    ownLines: [],
  },
  {
    login: 'admin',
    name: 'Черепанов Артём Юрьевич',
    role: 'administrator',
    office: 'Центральный офис, Екатеринбург',
    region: null,
    ownLines: [],
  },
];

/** What is in a seeded member's authenticator: the same in every sandbox, 160 bits. */
export function seededSecret(login: string): Uint8Array {
  return createHash('sha1').update(`authenticator of ${login}`).digest();
}
