import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KeyringSession, openKeyringSession } from '../../support/keyring.ts';
import { usePeople } from '../../support/people.ts';
import { havePrograms } from '../../support/programs.ts';
import { addSubscriber, PASSWORD } from '../../support/subscribers.ts';

const here = havePrograms('gnome-keyring-daemon', 'dbus-run-session', 'secret-tool');

/** Longer than any of the bounds: a command that hangs is killed by `timeout` with 124. */
const IN_TIME = 'timeout -k 1 30';

describe.runIf(here)('the keychain of a real session', { timeout: 240_000 }, () => {
  const people = usePeople();
  let session: KeyringSession;
  let msisdn: string;

  beforeEach(async () => {
    session = await openKeyringSession(people().cabinet.url);
    ({ msisdn } = await addSubscriber(people().store));
  });
  afterEach(() => session.remove());

  const login = () => `printf '%s\\n' '${PASSWORD}' | ${IN_TIME} $LISA login ${msisdn} --password-stdin`;

  test('holds the token: secret-tool finds it and no file does', async () => {
    const script = `${login()} >/dev/null\n$LISA balance --json\nsecret-tool search service lisa`;
    const { stdout, stderr } = await session.run('unlocked', script);
    expect(stdout).toContain('"schema":"balance/1"');
    const token = /"token":"([^"]+)"/.exec(stdout + stderr)?.[1] ?? '';
    expect(token).toMatch(/.{40}/);
    const files = await session.everyFile();
    expect(files).toContain('"created_at"');
    for (const secret of [token, PASSWORD, msisdn]) expect(files).not.toContain(secret);
  });

  test('is empty after a logout', async () => {
    const script = `${login()} >/dev/null\n$LISA logout\nsecret-tool search service lisa\n$LISA balance`;
    const outcome = await session.run('unlocked', script);
    expect(outcome.code).toBe(4);
    expect(outcome.stdout + outcome.stderr).not.toContain('"token"');
  });

  test('that is not there stops a login before the password is read, naming the opt-in', async () => {
    const outcome = await session.run('absent', login());
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('LISA_SECRET_STORE=file');
    expect(people().cabinet.log()).not.toContain(msisdn);
  });

  test.each(['locked', 'silent'] as const)(
    'that is %s fails as a keychain, in time, and nothing is sent without the token',
    async (mood) => {
      const stored = await session.run('unlocked', `${login()} >/dev/null && echo stored`);
      expect(stored.stdout).toContain('stored');
      const before = people().cabinet.log();
      const lines = [
        ...['balance', 'sim status', 'detail list', 'logout'].map((words) => `${IN_TIME} $LISA ${words}`),
        login(),
      ];
      const script = lines.map((line) => `( ${line}; echo "code $?" ) &`).join('\n');
      const outcome = await session.run(mood, `${script}\nwait`);
      expect(outcome.stdout).toBe('code 1\n'.repeat(lines.length));
      expect(outcome.stderr.match(/✗ .*keychain/g)).toHaveLength(lines.length);
      expect(people().cabinet.log()).toBe(before);
    },
  );

  test('is not opened by status, help, version, completion, or where LISA_TOKEN is set', async () => {
    await session.run('unlocked', login());
    const words = ['status', '--help', '--version', 'completion bash', 'config list', 'profile list'];
    const script = words.map((line) => `${IN_TIME} $LISA ${line} >/dev/null; echo "code $?"`).join('\n');
    expect((await session.run('silent', script)).stdout).toBe('code 0\n'.repeat(words.length));
    const given = await session.run('silent', `LISA_TOKEN=${'x'.repeat(43)} ${IN_TIME} $LISA balance`);
    expect(given.code).toBe(4);
  });

  test('is tried for real by doctor', async () => {
    const works = await session.run('unlocked', `${IN_TIME} $LISA doctor`);
    expect(works.stdout).toMatch(/secret_store\tok/);
    expect((await session.run('unlocked', `${IN_TIME} secret-tool search service lisa`)).stdout).toBe('');
    const silent = await session.run('silent', `${IN_TIME} $LISA doctor`);
    expect(silent.code).toBe(1);
    expect(silent.stdout).toMatch(/secret_store\tproblem/);
  });
});
