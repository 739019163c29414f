import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { createDatabase } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { type ServeProcess, serveInProcess } from '../../support/serve-process.ts';
import { enqueue, PATIENT, runService, untilAll } from '../../support/sms-service.ts';
import { haveSmsc, type Smsc, startSmsc } from '../../support/smsc.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const MESSAGES = 200;
/** Every tenth needs two messages of the network. */
const messages = Array.from({ length: MESSAGES }, (_, index) => ({
  msisdn: String(9_500_000_000 + (index % 150)),
  text: `Сообщение № ${index}. `.repeat(index % 10 === 0 ? 5 : 1).trim(),
}));

describe.runIf(haveSmsc)('200 messages', { timeout: 180_000 }, () => {
  it('are all sent, and none twice, while the service is killed again and again', async () => {
    const { store, accountId } = await database();
    const smsc = await startSmsc();
    smsc.set('delay', 0.01);
    await enqueue(store, accountId, messages);
    runService(store, smsc, PATIENT);
    for (const after of [17, 40]) {
      smsc.set('crash', after);
      await smsc.died();
      await smsc.start();
    }
    await hasAccepted(smsc, 120);
    await smsc.kill();
    await smsc.start();
    await untilAll(store, accountId, 'delivered');
    expectEachOnce(smsc);
  });

  it('are all sent, and none twice, while the cabinet is killed again and again', async () => {
    const { store, accountId, url } = await database();
    const smsc = await startSmsc();
    smsc.set('delay', 0.02);
    await enqueue(store, accountId, messages);
    const serve = () => serveNode(smsc, url);
    let node = await serve();
    for (const accepted of [30, 90, 150]) {
      await hasAccepted(smsc, accepted);
      node.process.kill('SIGKILL');
      await node.exit;
      node = await serve();
    }
    await untilAll(store, accountId, 'delivered');
    expectEachOnce(smsc);
    node.process.kill('SIGTERM');
    expect(await node.exit).toBe(0);
    expect(smsc.count('unbound')).toBe(1);
  });

  it('are all sent, and none twice, by two nodes', async () => {
    const { store, accountId, url } = await database();
    const smsc = await startSmsc();
    await enqueue(store, accountId, messages);
    await Promise.all([serveNode(smsc, url), serveNode(smsc, url)]);
    await untilAll(store, accountId, 'delivered');
    expectEachOnce(smsc);
    expect(smsc.count('bound')).toBe(2);
  });

  it('find their receipts when the service does not pass on our own reference', async () => {
    const { store, accountId } = await database();
    const smsc = await startSmsc();
    smsc.set('references', 0);
    smsc.set('crash', 20);
    await enqueue(store, accountId, messages.filter(({ text }) => text.length < 40).slice(0, 50));
    runService(store, smsc, PATIENT);
    await smsc.died();
    await smsc.start();
    smsc.set('references', 0);
    await untilAll(store, accountId, 'delivered');
    expect(smsc.texts()).toHaveLength(50);
  });
});

async function database(): Promise<{ store: Store; accountId: bigint; url: string }> {
  const url = await createDatabase();
  const store = await openPostgresql({ url, random: seededRandom('restarts'), onConnectionError: () => {} });
  onTestFinished(() => store.close());
  const { accountId } = await addSubscriber(store);
  return { store, accountId, url };
}

async function serveNode(smsc: Smsc, database: string): Promise<ServeProcess> {
  const settingsFile = join(smsc.folder, 'settings.json');
  writeFileSync(settingsFile, JSON.stringify(PATIENT));
  const node = await serveInProcess({
    database,
    settingsFile,
    smpp: smsc.url,
    smppPasswordFile: smsc.passwordFile,
  });
  onTestFinished(async () => {
    node.process.kill('SIGKILL');
    await node.exit;
  });
  return node;
}

async function hasAccepted(smsc: Smsc, count: number): Promise<void> {
  while (smsc.accepted().length < count) await sleep(20);
}

function expectEachOnce(smsc: Smsc): void {
  const sent = smsc.texts().map(({ to, text }) => `${to} ${text}`);
  expect(sent.sort()).toEqual(messages.map(({ msisdn, text }) => `7${msisdn} ${text}`).sort());
}
