import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { isDatabaseUnavailable } from '../../../src/cabinet/storage/failures.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { CommitUncertain } from '../../../src/cabinet/storage/store.ts';
import { createDatabase, describeOnBothEngines } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { runSql } from '../../support/sql.ts';

const region = (id: number) => ({
  region_id: id,
  code: `region-${id}`,
  name_ru: 'Область',
  name_en: 'Region',
  time_zone: 'Asia/Yekaterinburg',
});

describeOnBothEngines('a store', (store) => {
  it('reads bigint as BigInt and timestamptz as Date', async () => {
    const { rows } = await store().read((db) =>
      sql`select 9007199254740993::bigint as big, timestamptz '2026-03-05T12:00:00+03:00' as at`.execute(db),
    );
    expect(rows).toEqual([{ big: 9007199254740993n, at: new Date('2026-03-05T09:00:00Z') }]);
  });

  it('refuses a numeric, which would be money on its way to a float', async () => {
    await expect(store().read((db) => sql`select 1.5::numeric as bad`.execute(db))).rejects.toThrow(
      'numeric',
    );
  });

  it('refuses to write while reading', async () => {
    const write = store().read((db) => db.insertInto('regions').values(region(1)).execute());
    await expect(write).rejects.toThrow('read-only');
  });

  it('rolls a dry run back and still returns its value', async () => {
    const value = await store().transact(
      async (tx) => {
        await tx.insertInto('regions').values(region(2)).execute();
        return tx.selectFrom('regions').select('code').where('region_id', '=', 2).executeTakeFirst();
      },
      { dryRun: true },
    );
    expect(value).toEqual({ code: 'region-2' });
    const kept = await store().read((db) =>
      db.selectFrom('regions').select('code').where('region_id', '=', 2).executeTakeFirst(),
    );
    expect(kept).toBeUndefined();
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failing = store().transact(async (tx) => {
      await tx.insertInto('regions').values(region(3)).execute();
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    const kept = await store().read((db) => db.selectFrom('regions').selectAll().execute());
    expect(kept).toEqual([]);
  });

  it('runs a transaction again when the database asks for it', async () => {
    let runs = 0;
    const value = await store().transact(async (tx) => {
      runs += 1;
      if (runs < 3)
        await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(tx);
      return 'passed';
    });
    expect({ runs, value }).toEqual({ runs: 3, value: 'passed' });
  });
});

it('does not say that nothing was done when the connection is lost while committing', async () => {
  const url = await createDatabase();
  const store = openPostgresql({ url, random: seededRandom('lost'), onConnectionError: () => {} });
  try {
    const answer = store.transact(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await runSql(url, `select pg_terminate_backend(${rows[0]?.pid}, 5000)`);
    });
    const error = await answer.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CommitUncertain);
    expect(isDatabaseUnavailable(error)).toBe(false);
  } finally {
    await store.close();
  }
});
