import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { monthsAfter } from '../../../src/cabinet/domain/billing/months.ts';
import { describeOnBothEngines } from '../../support/engines.ts';

const ZONES = ['Asia/Yekaterinburg', 'Europe/Kaliningrad', 'Asia/Kamchatka', 'UTC'];

describeOnBothEngines('a month of the calendar', (store) => {
  it('is the same for us and for SQL, from every day of four years', async () => {
    for (const zone of ZONES) {
      for (const count of [1, 2, 12, 13]) {
        const { rows } = await store().read((db) =>
          sql<{ anchor: Date; later: Date }>`
            select anchor, (anchor at time zone ${zone} + ${count} * interval '1 month') at time zone ${zone} as later
            from generate_series('2024-01-01 21:30:15.250+00'::timestamptz, '2027-12-31', interval '1 day') anchor`.execute(
            db,
          ),
        );
        expect(rows.length).toBeGreaterThan(1_400);
        const wrong = rows.filter(
          ({ anchor, later }) => monthsAfter(anchor, count, zone).getTime() !== later.getTime(),
        );
        expect(wrong).toEqual([]);
      }
    }
  });

  it('of the 31st ends on the last day of a shorter one and comes back', () => {
    const anchor = new Date('2026-12-31T10:00:00+05:00');
    const days = [1, 2, 3, 4].map((count) =>
      monthsAfter(anchor, count, 'Asia/Yekaterinburg').toISOString().slice(0, 10),
    );
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });
});
