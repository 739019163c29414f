import type { MessageKey, MessageParams } from '../../messages/index.ts';
import type { Context } from '../context.ts';

/** Says that something long is going on. */
export interface Progress {
  /** How much is done; without `total` a count is shown. */
  update(done: number, total?: number): void;
  /** Takes the line off the terminal. */
  stop(): void;
}

const SILENT: Progress = { update() {}, stop() {} };
const APPEARS_AFTER_MS = 600;
const REDRAWN_EVERY_MS = 100;
const BAR_WIDTH = 24;

/** A line on a terminal's stderr after 0.6 s, redrawn ten times a second; nothing in a pipe or with `--quiet`. */
export function createProgress(context: Context, key: MessageKey, params?: MessageParams): Progress {
  const { host, flags, t } = context;
  if (host.stderr.isTTY !== true || flags.quiet || host.env['TERM'] === 'dumb') return SILENT;
  const label = t(key, params);
  let state: { done: number; total: number | undefined } | undefined;
  let frame = 0;
  let shown = false;
  const draw = () => {
    shown = true;
    frame += 1;
    const line = `${SPINNER[frame % SPINNER.length]} ${label}${state ? ` ${measure(state)}` : ''}`;
    host.stderr.write(`\r\u001b[K${line.slice(0, (host.stderr.columns || 80) - 1)}`);
  };
  let timer = setTimeout(() => {
    draw();
    timer = setInterval(draw, REDRAWN_EVERY_MS);
  }, APPEARS_AFTER_MS);
  return {
    update(done, total) {
      state = { done, total };
    },
    stop() {
      clearTimeout(timer);
      if (shown) host.stderr.write('\r\u001b[K');
    },
  };
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

function measure({ done, total }: { done: number; total: number | undefined }): string {
  if (total === undefined || total <= 0) return String(done);
  const filled = Math.min(BAR_WIDTH, Math.round((done / total) * BAR_WIDTH));
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}`;
}
