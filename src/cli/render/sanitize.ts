/**
 * Makes text from outside harmless for a terminal (CWE-150): letters, marks, numbers, punctuation, symbols and the
 * plain space pass; every other code point (C0, C1, DEL, bidi controls, zero-width, unpaired surrogates, line breaks)
 * is shown as `\u{…}`.
 */
export function sanitize(text: string): string {
  return text.replace(UNSAFE, (unsafe) => `\\u{${(unsafe.codePointAt(0) ?? 0).toString(16)}}`);
}

const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \u00a0\u202f]/gu;
