import type { OutStream } from '../host.ts';

/**
 * Breaks a line between words to the width of a terminal, with `indent` before the lines that follow; words that are
 * longer (paths, addresses, ids) stay whole, so that they can be copied. Anything but a terminal gets the line as it is.
 */
export function wrapWords(text: string, stream: OutStream, indent = ''): string {
  const columns = stream.isTTY ? stream.columns || 80 : Number.POSITIVE_INFINITY;
  if (text.length <= columns) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= columns || line.trim() === '') {
      line = longer;
    } else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].join('\n');
}
