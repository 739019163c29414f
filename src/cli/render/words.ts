import type { OutStream } from '../host.ts';

/**
 * Breaks lines between words to the width of a terminal, with `indent` before those that follow; words that are longer
 * (paths, addresses, ids) stay whole, so that they can be copied. Anything but a terminal gets the text as it is.
 */
export function wrapWords(text: string, stream: OutStream, indent = ''): string {
  if (!stream.isTTY) return text;
  const columns = stream.columns || 80;
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns, indent))
    .join('\n');
}

function wrapLine(text: string, columns: number, indent: string): string {
  if (text.length <= columns) return text;
  const [first = '', ...words] = text.split(/(?<=\S) /);
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (longer.length <= columns) {
      line = longer;
    } else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].join('\n');
}
