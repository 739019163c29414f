import { join } from 'node:path';
import { expect, test } from 'vitest';
import { haveChromium, useBrowser } from '../../support/browser.ts';
import { readHar } from '../../support/har.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const newPage = useBrowser();

/** Chromium's own code behind «Import HAR file»; what its network panel lists then. */
const importHar = (har: string) => `(async () => {
  const { NetworkPanel } = await import('./panels/network/network.js');
  const { NetworkLog } = await import('./models/logs/logs.js');
  const view = NetworkPanel.NetworkPanel.instance().networkLogView;
  await view.onLoadFromFile(new File([${JSON.stringify(har)}], 'trace.har'));
  const log = NetworkLog.NetworkLog.instance();
  for (let tries = 0; tries < 100 && log.requests().length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return Promise.all(log.requests().map(async (request) => ({
    method: request.requestMethod,
    url: request.url(),
    status: request.statusCode,
    content: (await request.requestContentData()).text,
  })));
})()`;

test.runIf(haveChromium)("a trace opens in Chromium's network panel", { timeout: 120_000 }, async () => {
  const { run, cli } = await people().join({ wallet: 10_00n });
  await run(['tariff', 'switch', 'mega', '--yes', '--trace', 'a.har']);
  const dead = { env: { LISA_SERVER: 'http://localhost:1' } };
  await run(['balance', '--trace', 'dead.har'], dead);
  const page = await newPage();
  await page.goto('devtools://devtools/bundled/inspector.html?panel=network');
  const { text, entries } = readHar(join(cli.home, 'a.har'));
  const listed = await page.evaluate(importHar(text));
  expect(listed).toEqual(
    entries.map(({ request, response }) => ({
      method: request.method,
      url: request.url,
      status: response.status,
      content: response.content.text,
    })),
  );
  expect(await page.evaluate(importHar(readHar(join(cli.home, 'dead.har')).text))).toMatchObject([
    { method: 'GET', status: 0 },
  ]);
});
