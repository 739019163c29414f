import stringWidth from 'fast-string-width';
import { encode } from 'uqr';
import type { Context } from '../context.ts';
import { wantsColor } from '../flags.ts';
import type { OutStream } from '../host.ts';

/** What an authenticator app is told: the whole address as a picture, or the key alone by hand. */
export interface Enrolment {
  /** `otpauth://…`. */
  uri: string;
  /** The same secret in base 32. */
  secret: string;
}

/**
 * How to get an authenticator app going, as lines for a terminal: a QR code with the key beside it, or below it where
 * there is little room. Without colours, without UTF-8, or in a terminal too narrow it is the key and the address.
 * Whoever writes this writes a secret: to a terminal only.
 */
export function enrolmentText(
  { t, flags, host }: Pick<Context, 't' | 'flags' | 'host'>,
  stream: OutStream,
  { uri, secret }: Enrolment,
): string {
  const key = [t('qr.key'), ...groupsOfFour(secret)];
  const columns = stream.columns || 80;
  const shown = wantsColor(flags, host.env, stream) && isUtf8(host) ? qrLines(uri, columns) : null;
  if (shown === null) return `${[...key, '', t('qr.address'), uri].join('\n')}\n`;
  const widest = Math.max(...key.map((line) => stringWidth(line)));
  if (shown.columns + GAP + widest > columns) return `${[...shown.lines, '', ...key].join('\n')}\n`;
  const text = shown.lines.map((line, row) => {
    const beside = key[row - FIRST_ROW];
    return beside === undefined ? line : `${line}${' '.repeat(GAP)}${beside}`;
  });
  return `${text.join('\n')}\n`;
}

const GAP = 3;
/** Of the code, where the text beside it begins. */
const FIRST_ROW = 1;

/** «ABCD EFGH IJKL MNOP», sixteen letters a line: as people copy a key without losing their place. */
export function groupsOfFour(secret: string): string[] {
  const groups = secret.match(/.{1,4}/g) ?? [];
  return Array.from({ length: Math.ceil(groups.length / 4) }, (_, line) =>
    groups.slice(line * 4, line * 4 + 4).join(' '),
  );
}

/** Light modules on each side. Four are the standard, but two are enough for cameras, and save two rows. */
const QUIET_ZONE = 2;

/**
 * A QR code as terminal lines, two rows of modules in each: dark on light whatever the colours of the terminal are. Null
 * when it is wider than the terminal.
 */
export function qrLines(text: string, columns: number): { lines: string[]; columns: number } | null {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET_ZONE });
  if (size > columns) return null;
  const lines: string[] = [];
  for (let row = 0; row < size; row += 2) {
    let line = '';
    for (let column = 0; column < size; column += 1)
      line += HALVES[(data[row]?.[column] ? 1 : 0) + (data[row + 1]?.[column] ? 2 : 0)];
    lines.push(`${DARK_ON_LIGHT}${line}${RESET}`);
  }
  return { lines, columns: size };
}

/** By which of the upper and the lower half is dark. */
const HALVES = [' ', '▀', '▄', '█'];
/** Black and white of the 256 colours, which the themes of terminals leave as they are. */
const DARK_ON_LIGHT = '\u001b[38;5;16;48;5;231m';
const RESET = '\u001b[0m';

/** Whether the terminal shows half blocks. Windows and macOS always do. */
function isUtf8({ env, platform }: Context['host']): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return /utf-?8/i.test(env['LC_ALL'] || env['LANG'] || '');
}
