import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { havePrograms } from '../../support/programs.ts';
import { control, startSandbox } from '../../support/sandbox.ts';
import { copySandbox, LONG } from '../../support/sandbox-cli.ts';
import { oneTimePasswordIn } from '../../support/sms.ts';
import { openTerminal, type TerminalSession } from '../../support/tmux.ts';

const possible = havePrograms('tmux', 'bash');
const FIRST = 'First-Word-1';
const SECOND = 'Second-Word-2';

/** The whole way as a person goes it: the program in a terminal, the phone of the sandbox in another one. */
describe.skipIf(!possible)('a forgotten password in the sandbox (R4)', () => {
  const home = mkdtempSync(join(tmpdir(), 'lisa-recover-'));
  const dataDir = join(home, 'data');
  const program = [process.execPath, resolve('bin/lisa.js')];
  let env: Record<string, string>;
  let terminal: TerminalSession;

  beforeAll(async () => {
    await copySandbox(join(dataDir, 'sandbox'));
    const { url } = await startSandbox(join(dataDir, 'sandbox'));
    env = {
      PATH: '/usr/bin:/bin',
      HOME: home,
      LANG: 'C.UTF-8',
      LISA_LANG: 'en',
      LISA_CONFIG_DIR: join(home, 'config'),
      LISA_DATA_DIR: dataDir,
      LISA_SERVER: url,
      LISA_SECRET_STORE: 'file',
      LISA_STORE_PASSPHRASE: 'correct horse',
    };
    terminal = openTerminal(['bash', '--norc', '--noprofile', '-i'], home, env);
    terminal.type(
      `PS1='ready> '; lisa() { ${program.join(' ')} "$@"; code=$?; echo "run $((n+=1)) exit $code"; }`,
    );
    terminal.press('Enter', 'C-l');
    await terminal.shows('ready>');
  }, LONG);

  afterAll(async () => {
    terminal?.[Symbol.dispose]();
    await control.stop(join(dataDir, 'sandbox'));
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  let runs = 0;

  async function typeCommand(line: string): Promise<void> {
    runs += 1;
    terminal.press('C-l');
    await terminal.shows('ready>');
    terminal.type(`lisa ${line}`);
    terminal.press('Enter');
  }

  function exits(code: number): Promise<void> {
    return terminal.shows(`run ${runs} exit ${code}`);
  }

  async function answer(question: string, text: string): Promise<void> {
    await terminal.shows(question);
    terminal.type(text);
    terminal.press('Enter');
  }

  /** In another terminal. */
  function phone(...words: string[]): string {
    const [node = '', main = ''] = program;
    const ran = spawnSync(node, [main, 'sandbox', 'phone', ...words], { encoding: 'utf8', env });
    if (ran.status !== 0) throw new Error(`${ran.status}: ${ran.stderr}`);
    return ran.stdout;
  }

  /** The newest one-time password on the phone after another SMS. */
  function requestPassword(): string {
    phone('send', '--to', '1070');
    const answers = phone('inbox')
      .split('\n')
      .filter((line) => line.includes('Одноразовый'));
    return oneTimePasswordIn(answers.at(-1) ?? '');
  }

  test('a login that is locked, an SMS to 1070, a new password, and the balance', {
    timeout: LONG,
  }, async () => {
    await typeCommand('login 9001234567');
    await answer('Password:', 'Forgotten-1');
    await terminal.shows('lisa password recover');
    await exits(4);
    await typeCommand('password recover 9001234567');
    await terminal.shows('lisa sandbox phone send --to 1070');
    await answer('One-time password from the SMS:', requestPassword().toUpperCase());
    await answer('New password:', 'weak');
    await answer('New password again:', 'weak');
    await answer('too weak: fewer than 8 characters.\n? New password:', FIRST);
    await answer('New password again:', FIRST);
    await terminal.shows('The password is changed.');
    await exits(0);
    for (const secret of [FIRST, 'weak ']) expect(terminal.screen()).not.toContain(secret);
    expect(phone('inbox')).toContain('Пароль кабинета изменён');
    await typeCommand('balance');
    await exits(0);
    expect(terminal.screen()).toContain('123-45-67');
  });

  test('Ctrl-C at the new password: the next command, whichever it is, asks for it and goes on', {
    timeout: LONG,
  }, async () => {
    spawnSync(program[0] ?? '', [program[1] ?? '', 'sandbox', 'clock', 'advance', '1m'], { env });
    const oneTime = requestPassword();
    await typeCommand('login 9001234567');
    await answer('Password:', oneTime);
    await terminal.shows('New password:');
    terminal.press('C-c');
    await terminal.shows('not changed yet');
    await exits(130);
    await typeCommand('tariff show');
    await answer('One-time password (from the SMS or the office):', oneTime);
    await answer('New password:', SECOND);
    await answer('New password again:', SECOND);
    await exits(0);
    expect(terminal.screen()).toContain('The password is changed.');
  });
});
