import stringWidth from 'fast-string-width';

/** Spaces between columns. */
const GAP = 2;

/**
 * Widths of columns in terminal cells. Each is as wide as its widest text; when they do not fit in `columns`, the widest
 * give way first, but not below their longest word, of which up to `wholeWord` cells are kept together. Null when that
 * is not enough.
 */
export function fitColumns(
  rows: readonly (readonly string[])[],
  columns: number,
  wholeWord: number,
): number[] | null {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths: number[] = [];
  const least: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const texts = rows.map((row) => row[index] ?? '');
    widths.push(Math.max(1, ...texts.map((text) => stringWidth(text))));
    least.push(Math.min(wholeWord, Math.max(1, ...texts.map(longestWord))));
  }
  return shrink(widths, least, columns - GAP * (count - 1));
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => stringWidth(word)));
}

function shrink(widths: number[], least: readonly number[], available: number): number[] | null {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    const slack = fitted.map((width, index) => (width > (least[index] ?? width) ? width : 0));
    const widest = Math.max(0, ...slack);
    if (widest === 0) return null;
    fitted[slack.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return fitted;
}
