import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createCli } from '../../support/run-cli.ts';

const cli = await createCli();
afterAll(() => cli.remove());

describe('lisa completion', () => {
  test.each([
    ['bash', 'lisa.bash'],
    ['zsh', '_lisa'],
    ['fish', 'lisa.fish'],
    ['powershell', 'lisa.ps1'],
  ])('prints the script of %s that is committed as %s', async (shell, file) => {
    const { code, stdout, stderr } = await cli.run(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(readFileSync(`completions/${file}`, 'utf8'));
  });

  test('describes the options in the language of the reader', async () => {
    const { stdout } = await cli.run(['completion', 'zsh', '--lang', 'ru']);
    expect(stdout).toContain('[Показать справку]');
    expect(stdout).not.toContain('[Show help]');
  });

  test('tells somebody who looks at it how to install it, on stderr', async () => {
    const { stdout, stderr } = await cli.run(['completion', 'fish'], { tty: true });
    expect(stderr).toContain('~/.config/fish/completions/lisa.fish');
    expect(stdout).toBe(readFileSync('completions/lisa.fish', 'utf8'));
  });

  test('needs the name of a shell', async () => {
    const { code, stderr } = await cli.run(['completion']);
    expect(code).toBe(2);
    expect(stderr).toContain('SHELL');
  });
});
