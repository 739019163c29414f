/** Name and value pairs as a person sees them, without colour and alignment. */
export function readShown(stdout: string): Record<string, string> {
  const lines = stripColor(stdout).trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/ {2,}/)).filter((pair) => pair.length === 2));
}

/** Lines of a table as a person sees them, cells separated by «|». */
export function readRows(stdout: string): string[] {
  return stripColor(stdout)
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/).join('|'));
}

/** Takes out what our own colours and the prompts' cursor put in. */
export function stripColor(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with this byte
  return text.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
}

/** What a pipe gets for fields: `key<TAB>value` lines. */
export function readPiped(stdout: string): Record<string, string> {
  return Object.fromEntries(
    stdout
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t')),
  );
}
