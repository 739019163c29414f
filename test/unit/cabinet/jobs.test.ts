import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startJobs } from '../../../src/cabinet/jobs/start.ts';

const EVERY_SECOND = '* * * * * *';

it('a job that fails is logged without what the database says of the row, and runs again', async () => {
  const log = new PassThrough();
  const lines: string[] = [];
  log.on('data', (line) => lines.push(String(line)));
  let runs = 0;
  const jobs = startJobs(
    [
      {
        name: 'sms',
        schedule: EVERY_SECOND,
        run: async () => {
          runs += 1;
          const error = new pg.DatabaseError('null value in column "kind"', 1, 'error');
          error.code = '23502';
          error.detail = 'Failing row contains (9001234567, Пароль kzmt-wqdh-bnrx).';
          throw error;
        },
      },
    ],
    pino(log),
  );
  while (lines.length < 2) await once(log, 'data');
  await jobs.stop();
  expect(runs).toBeGreaterThan(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ job: 'sms', failure: { sqlstate: '23502' } });
  expect(lines.join('')).not.toContain('kzmt');
});
