import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CARDS, payByCard } from '../../support/acquirer.ts';
import { pageIn, usePayers } from '../../support/payers.ts';
import { eventually } from '../../support/payments.ts';
import { havePrograms } from '../../support/programs.ts';
import { openTerminal } from '../../support/tmux.ts';

describe.skipIf(!havePrograms('tmux'))('in a terminal', () => {
  const payers = usePayers();

  async function machine() {
    const { cli } = await payers().join();
    // What a desktop opens addresses with: here it writes down which.
    const opened = join(cli.home, 'opened');
    await writeFile(join(cli.home, 'xdg-open'), `#!/bin/sh\necho "$1" > '${opened}'\n`, { mode: 0o755 });
    const path = [cli.home, dirname(process.execPath), process.env['PATH']].join(delimiter);
    const env = { PATH: path, HOME: cli.home, LANG: 'C.UTF-8' } as Record<string, string>;
    for (const [name, value] of Object.entries(cli.env)) if (value !== undefined) env[name] = value;
    const read = () => readFile(opened, 'utf8').catch(() => undefined);
    const pay = (...more: string[]) => [process.execPath, resolve('bin/lisa.js'), 'pay', '300', ...more];
    const open = (env: Record<string, string>, ...more: string[]) => {
      const script = `trap : INT; ${pay(...more).join(' ')}; echo "exit $?"; sleep 60`;
      return openTerminal(['sh', '-c', script], cli.home, env);
    };
    return { env, read, open };
  }

  test('R14: the page opens in the browser, and the terminal waits until it is paid', async () => {
    const { env, read, open } = await machine();
    using terminal = open({ ...env, DISPLAY: ':9' });
    await terminal.shows('Go on to the payment page?');
    terminal.type('y');
    terminal.press('Enter');
    await terminal.shows('The page was opened in the browser.');
    const page = (await eventually(read)).trim();
    expect(pageIn(terminal.screen().replaceAll('\n', ' '))).toBe(page);
    await terminal.shows('Waiting for the payment.');
    await payByCard(page, CARDS.mir);
    await terminal.shows('exit 0');
    expect(terminal.screen()).toMatch(/State +paid/);
    expect(terminal.screen()).not.toContain('Waiting for the payment.');
  });

  test('without a display nothing is opened; Ctrl-C tells where to look', async () => {
    const { env, read, open } = await machine();
    using terminal = open(env, '--yes');
    await terminal.shows('Waiting for the payment.');
    terminal.press('C-c');
    await terminal.shows('exit 130');
    expect(terminal.screen()).toContain('lisa payment list');
    expect(await read()).toBeUndefined();
  });
});
