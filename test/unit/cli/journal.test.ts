import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Journal } from '../../../src/cli/staff/batch/journal.ts';
import type { Order } from '../../../src/cli/staff/batch/orders.ts';
import { seededRandom } from '../../support/random.ts';
import { slipFor } from '../../support/slips.ts';

const folder = mkdtempSync(join(tmpdir(), 'lisa-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CABINET = 'https://lisa.example.ru';
const random = seededRandom('journal');
const open = (path: string, cabinet = CABINET) => Journal.open(path, cabinet, random);
let made = 0;
const newPath = () => join(folder, `journal${made++}`);

function order(codeword = 'Облако'): Order {
  return {
    contract_number: 'B-1',
    holder: 'Анна',
    holder_kind: 'person',
    region: 'sverdlovsk',
    msisdn: '9001234567',
    network_login: 'anna.s',
    tariff_id: 'start',
    document: { kind: 'passport', last_digits: '1234' },
    codeword,
  };
}

const { credentials } = slipFor();

/** A journal of two planned orders, of which one is issued. */
async function begun(path: string) {
  const journal = await open(path);
  const [done, waiting] = [journal.idOf(order()), journal.idOf(order('Река'))];
  await journal.plan([done, waiting]);
  await journal.recordIssued(done, { line: 2, credentials });
  await journal.close();
  return { done, waiting, keys: journal.keysOf(waiting) };
}

test('a run that follows has the same keys, and knows what was issued and what may be under way', async () => {
  const path = newPath();
  const { done, waiting, keys } = await begun(path);
  const next = await open(path);
  expect([next.idOf(order()), next.idOf(order('Река'))]).toEqual([done, waiting]);
  expect(next.keysOf(waiting)).toEqual(keys);
  expect(keys.replyKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(next.issued.get(done)).toEqual({ line: 2, credentials });
  expect([next.isUnderWay(done), next.isUnderWay(waiting)]).toEqual([false, true]);
  expect(next.isUnderWay(next.idOf(order('Поле')))).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).not.toMatch(/Облако|Река/);
});

test('another batch has other keys for the same order', async () => {
  const [one, two] = [await begun(newPath()), await begun(newPath())];
  expect(one.waiting).not.toBe(two.waiting);
  expect(one.keys).not.toEqual(two.keys);
});

test('a refused order is sent again as another request, and not taken for one under way before', async () => {
  const path = newPath();
  const { waiting, keys } = await begun(path);
  const journal = await open(path);
  await journal.plan([waiting]);
  await journal.recordRefused(waiting);
  await journal.close();
  const next = await open(path);
  expect(next.isUnderWay(waiting)).toBe(false);
  expect(next.keysOf(waiting)).not.toEqual(keys);
  await next.plan([waiting]);
  await next.close();
  expect((await open(path)).isUnderWay(waiting)).toBe(true);
});

test('a last line that was cut off by a kill is as if it had never been', async () => {
  const path = newPath();
  const { done, waiting } = await begun(path);
  appendFileSync(path, `{"issued":"${waiting}","line":3,"cred`);
  const journal = await open(path);
  expect(journal.isUnderWay(waiting)).toBe(true);
  await journal.plan([waiting]);
  await journal.recordIssued(waiting, { line: 3, credentials });
  await journal.close();
  expect([...(await open(path)).issued.keys()]).toEqual([done, waiting]);
});

test('a journal whose first line was cut off begins anew: nothing was sent', async () => {
  const path = newPath();
  writeFileSync(path, '{"schema":"issue-journal/1","secr');
  const { done } = await begun(path);
  expect([...(await open(path)).issued.keys()]).toEqual([done]);
});

test.each([
  ['something else', 'a,b,c\n', 'journal_unreadable'],
  ['a file of JSON', '{"schema":"other/1"}\n', 'journal_unreadable'],
])('%s is not taken for a journal, and stays as it is', async (_, content, code) => {
  const path = newPath();
  writeFileSync(path, content);
  await expect(open(path)).rejects.toMatchObject({ code });
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test('a journal of another cabinet is not gone on with', async () => {
  const path = newPath();
  await begun(path);
  await expect(open(path, 'https://other.example.ru')).rejects.toMatchObject({ code: 'journal_elsewhere' });
});

test('a link in its place is not followed', async () => {
  const path = newPath();
  symlinkSync(join(folder, 'elsewhere'), path);
  await expect(open(path)).rejects.toMatchObject({ code: 'ELOOP' });
});

test('a file that others may read is closed to them before a secret is in it', async () => {
  const path = newPath();
  writeFileSync(path, '');
  chmodSync(path, 0o666);
  await begun(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.runIf(userInfo().uid === 0)(
  'a journal that somebody else has put there is not gone on with',
  async () => {
    const [empty, planted] = [newPath(), newPath()];
    await begun(planted);
    writeFileSync(empty, '');
    for (const path of [empty, planted]) {
      chownSync(path, 65_534, 65_534);
      await expect(open(path)).rejects.toMatchObject({ code: 'journal_unreadable' });
    }
  },
);

test('entries that come at once are all written', async () => {
  const path = newPath();
  const journal = await open(path);
  const ids = Array.from({ length: 50 }, (_, index) => journal.idOf(order(`${index}`)));
  await journal.plan(ids);
  await Promise.all(ids.map((id, line) => journal.recordIssued(id, { line, credentials })));
  await journal.close();
  expect((await open(path)).issued.size).toBe(50);
});
