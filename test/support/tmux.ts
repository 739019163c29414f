import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A shell in a real terminal. */
export interface TerminalSession {
  /** Types text as it is. */
  type(text: string): void;
  /** Presses keys by tmux's names: `Tab`, `Enter`, `C-c`. */
  press(...keys: string[]): void;
  screen(): string;
  /** Waits until the screen shows `text`. @throws Error with the screen when it never does */
  shows(text: string): Promise<void>;
  [Symbol.dispose](): void;
}

/** Starts `command` in a terminal of 120 by 50 made by tmux, with `env` as its whole environment. */
export function openTerminal(command: string[], cwd: string, env: Record<string, string>): TerminalSession {
  const socket = `lisa-${randomUUID()}`;
  const tmux = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const variables = Object.entries({ TERM: 'xterm-256color', ...env }).map(
    ([name, value]) => `${name}=${value}`,
  );
  tmux('new-session', '-d', '-x', '120', '-y', '50', '-c', cwd, 'env', '-i', ...variables, ...command);
  const screen = () => tmux('capture-pane', '-p');
  return {
    type: (text) => void tmux('send-keys', '-l', text),
    press: (...keys) => void tmux('send-keys', ...keys),
    screen,
    async shows(text) {
      for (let tries = 0; tries < 600; tries += 1) {
        if (screen().includes(text)) return;
        await sleep(50);
      }
      throw new Error(`«${text}» never came; the screen shows:\n${screen()}`);
    },
    [Symbol.dispose]: () => void tmux('kill-server'),
  };
}
