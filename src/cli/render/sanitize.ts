import type { MessageParams } from '../../messages/index.ts';

/**
 * Makes text from outside harmless for a terminal (CWE-150): letters, marks, numbers, punctuation, symbols and the
 * plain space pass; every other code point (C0, C1, DEL, bidi controls, zero-width, unpaired surrogates, line breaks)
 * is shown as `\u{…}`.
 */
export function sanitize(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(unsafe(), (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** JSON text with the same code points written as `\u` escapes: the same values, harmless on a terminal too. */
export function escapeJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(unsafe(), (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Harmless, and found to be so without the classes of Unicode: ASCII, Latin-1 but its soft hyphen, Cyrillic. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u00ff\u0400-\u04ff]*$/;

let pattern: RegExp | undefined;

/** Made on first use: the classes of Unicode take a millisecond. */
function unsafe(): RegExp {
  pattern ??= /[^\p{L}\p{M}\p{N}\p{P}\p{S} \u00a0\u202f]/gu;
  return pattern;
}

/**
 * The same for every text among the parameters of a message: they come from servers, files and command lines. Line
 * breaks stay, because a parameter may be several lines of ours; text from a server is made harmless where it comes in.
 */
export function sanitizeParams(params: MessageParams): MessageParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, harmless(value)]));
}

function harmless(value: string | number): string | number {
  return typeof value === 'string' ? value.split('\n').map(sanitize).join('\n') : value;
}
