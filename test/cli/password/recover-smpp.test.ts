import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { createDatabase } from '../../support/engines.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { seededRandom } from '../../support/random.ts';
import { createCli } from '../../support/run-cli.ts';
import { serveInProcess } from '../../support/serve-process.ts';
import { oneTimePasswordIn } from '../../support/sms.ts';
import { PATIENT } from '../../support/sms-service.ts';
import { haveSmsc, type Smsc, startSmsc } from '../../support/smsc.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const NEW = 'Another-Word-9';

test.runIf(haveSmsc)(
  'an SMS to 1070 through a real short-message service, which is killed in the middle, ends in a login (R4)',
  { timeout: 120_000 },
  async () => {
    const database = await createDatabase();
    const store = await openPostgresql({
      url: database,
      random: seededRandom('recovery by smpp'),
      onConnectionError: () => {},
    });
    const { msisdn } = await addSubscriber(store);
    await store.close();
    const smsc = await startSmsc();
    const node = await serve(smsc, database);
    smsc.message({ tag: 'ask', from: `7${msisdn}`, to: '1070', hex: '', coding: 0 });
    smsc.set('crash', 1);
    await smsc.died();
    await smsc.start();
    await smsc.event('bound', smsc.eventCount());
    const { run } = await createCli({ env: { LISA_SERVER: node.url }, cabinetPort: async () => cabinet });
    await untilDelivered(run, database, msisdn);
    const texts = smsc.texts();
    expect(texts).toHaveLength(1);
    const oneTime = oneTimePasswordIn(texts[0]?.text ?? '');
    const words = ['password', 'recover', msisdn, '--password-stdin'];
    expect(await run(words, { stdin: `${oneTime}\n${NEW}\n` })).toMatchObject({ code: 0 });
    expect(await run(['balance'])).toMatchObject({ code: 0 });
    const log = await run(['cabinet', 'messages', '--to', msisdn, '--database', database, '--json']);
    expectGoldenKeys(log.stdout);
    expect(JSON.parse(log.stdout).items).toMatchObject([
      { direction: 'sent', kind: 'notice' },
      { direction: 'sent', kind: 'one_time_password', state: 'delivered', peer: '1070', number: msisdn },
      { direction: 'received', state: 'received', peer: '1070' },
    ]);
    for (const secret of [oneTime, NEW]) expect(log.stdout + node.log()).not.toContain(secret);
    expect(node.log()).not.toContain(msisdn);
  },
);

async function serve(smsc: Smsc, database: string) {
  const settingsFile = join(smsc.folder, 'settings.json');
  writeFileSync(settingsFile, JSON.stringify(PATIENT));
  const files = { settingsFile, smppPasswordFile: smsc.passwordFile };
  const node = await serveInProcess({ database, smpp: smsc.url, ...files });
  onTestFinished(async () => {
    node.process.kill('SIGKILL');
    await node.exit;
  });
  return node;
}

async function untilDelivered(
  run: Awaited<ReturnType<typeof createCli>>['run'],
  database: string,
  msisdn: string,
): Promise<void> {
  for (;;) {
    const { stdout } = await run(['cabinet', 'messages', '--to', msisdn, '--database', database]);
    if (/\tdelivered\t/.test(stdout)) return;
    await sleep(200);
  }
}
