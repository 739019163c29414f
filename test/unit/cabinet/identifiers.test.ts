import { expect, it } from 'vitest';
import { uuidv7 } from '../../../src/cabinet/domain/identifiers.ts';
import { seededRandom } from '../../support/random.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('a UUIDv7 begins with the milliseconds of its moment and says which kind it is', () => {
  const id = uuidv7(new Date('2022-02-22T19:22:22.000Z'), seededRandom('ids'));
  expect(id).toMatch(UUID_V7);
  expect(id.slice(0, 13)).toBe('017f22e2-79b0');
});

it('UUIDv7s of one moment differ, and later ones sort behind', () => {
  const random = seededRandom('ids');
  const at = new Date('2026-03-05T09:00:00Z');
  const ids = new Set(Array.from({ length: 1000 }, () => uuidv7(at, random)));
  expect(ids.size).toBe(1000);
  const later = uuidv7(new Date(at.getTime() + 1), random);
  expect([...ids].every((id) => id < later)).toBe(true);
});
