import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateSync } from 'otplib';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '../../support/engines.ts';
import { havePrograms } from '../../support/programs.ts';
import { LONG } from '../../support/sandbox-cli.ts';
import { noteSecret } from '../../support/secrets.ts';
import { serveInProcess } from '../../support/serve-process.ts';
import { SERVER_ROLE } from '../../support/server-role.ts';
import { openTerminal, type TerminalSession } from '../../support/tmux.ts';

const ONE_TIME = /\b[a-z]{4}-[a-z]{4}-[a-z]{4}\b/;

/** A person at a shell, on a machine of their own with the built program. */
async function sitDown(environment: Record<string, string> = {}) {
  const home = await mkdtemp(join(tmpdir(), 'lisa-first-day-'));
  await writeFile(
    join(home, 'lisa'),
    `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/lisa.js')}' "$@"\n`,
    {
      mode: 0o755,
    },
  );
  const env = {
    PATH: `${home}:${process.env['PATH']}`,
    HOME: home,
    LANG: 'C.UTF-8',
    PS1: '> ',
    LISA_SECRET_STORE: 'file',
    LISA_STORE_PASSPHRASE: 'of a test',
    ...environment,
  };
  const terminal = openTerminal(['bash', '--norc'], home, env);
  onTestFinished(async () => {
    terminal[Symbol.dispose]();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return terminal;
}

/** Types a command on an empty screen, then an answer whenever its question is there; what the screen shows at the end. */
async function go(
  terminal: TerminalSession,
  command: string,
  dialogue: [question: string, answer: string | (() => string)][],
  end: string,
): Promise<string> {
  terminal.type(`clear; ${command}`);
  terminal.press('Enter');
  for (const [question, answer] of dialogue) {
    await terminal.shows(question);
    terminal.type(typeof answer === 'string' ? answer : answer());
    terminal.press('Enter');
  }
  await terminal.shows(end);
  return terminal.screen();
}

function oneTimePasswordOn(screen: string): string {
  const [password = ''] = ONE_TIME.exec(screen) ?? [];
  expect(screen).toMatch(ONE_TIME);
  noteSecret(password);
  return password;
}

/** The first login of a member: password, no code yet, a password of their own, the code of the key that is shown. */
async function enrol(terminal: TerminalSession, login: string, server: string, first: string, own: string) {
  noteSecret(own);
  const code = () => {
    const groups = terminal.screen().match(/(?<= )(?:[A-Z2-7]{4} ){3}[A-Z2-7]{4}(?= *$)/gm) ?? [];
    const secret = groups.join('').replaceAll(' ', '');
    expect(secret, terminal.screen()).toHaveLength(32);
    noteSecret(secret);
    return generateSync({ secret });
  };
  return go(
    terminal,
    `lisa login --staff ${login} --server ${server}`,
    [
      ['Password:', first],
      ['at the first login just Enter', ''],
      ['New password:', own],
      ['again:', own],
      ['the app shows now:', code],
    ],
    'Ends at',
  );
}

test(
  'from an empty PostgreSQL to a subscriber who has chosen a password: every step on a terminal',
  async () => {
    if (!havePrograms('tmux', 'bash')) return;
    const database = await createDatabase('empty');
    const engineer = await sitDown({ LISA_DATABASE_URL: database });
    await go(engineer, `lisa cabinet migrate --server-role ${SERVER_ROLE}; echo done $?`, [], 'done 0');
    const initialised = await go(
      engineer,
      'lisa cabinet init',
      [
        ['Login of the administrator:', 'admin'],
        ['Full name:', 'Анна Орлова'],
        ['Office:', 'Екатеринбург, Ленина 8'],
      ],
      'lisa login --staff admin',
    );
    const { url, process: server, exit } = await serveInProcess({ database });
    onTestFinished(async () => {
      server.kill();
      await exit;
    });

    const office = await sitDown();
    await enrol(office, 'admin', url, oneTimePasswordOn(initialised), 'Tulip-of-2026');
    const invited = await go(
      office,
      `lisa staff member add vera --name 'Вера Полякова' --role issuer --office 'Омск, Ленина 3'`,
      [['(y/N)', 'y']],
      'lisa login --staff vera',
    );
    await enrol(office, 'vera', url, oneTimePasswordOn(invited), 'Maple-of-2026');
    noteSecret('земляника');
    const slip = await go(
      office,
      'lisa staff issue --contract OMS-2026-1 --name "Пётр Лебедев" --region omsk --msisdn 9005550142 --network-login p.lebedev',
      [
        ['next free', ''],
        ['Tariff', ''],
        ['passport', ''],
        ['Last four digits', '4821'],
        ['Codeword:', 'земляника'],
        ['Codeword again:', 'земляника'],
        ['(y/N)', 'y'],
      ],
      'Shown this once',
    );
    expect(slip).toContain('Пётр Лебедев');

    const home = await sitDown();
    const firstPassword = oneTimePasswordOn(slip);
    noteSecret('Fox-of-2026');
    await go(
      home,
      `lisa login 900-555-01-42 --server ${url}`,
      [
        ['Password:', firstPassword],
        ['New password:', 'Fox-of-2026'],
        ['again:', 'Fox-of-2026'],
      ],
      'Ends at',
    );
    const balance = await go(home, 'lisa balance', [], 'State');
    expect(balance).toContain('₽0.00');
    await go(home, 'lisa logout; echo out', [], 'out');
    await go(
      home,
      `lisa login 9005550142`,
      [['Password:', firstPassword]],
      'The login or the password is wrong',
    );

    const verified = await go(engineer, 'lisa cabinet verify', [], 'sound');
    expect(verified).toContain('The ledger and the audit trail are sound');
  },
  LONG,
);
