import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { type Fact, type Slip, type SlipContent, slipWriter } from './slip.ts';

/** Columns of paper 80 mm wide in the printer's own font. */
export const SLIP_COLUMNS = 42;

/**
 * A slip as plain text for a receipt printer 80 mm wide: at most 42 columns, spaces and line feeds only. Passwords and
 * logins are never broken.
 */
export async function slipText(slip: Slip): Promise<string> {
  return asText((await slipWriter())(slip));
}

function asText(content: SlipContent): string {
  const rule = '-'.repeat(SLIP_COLUMNS);
  const lines = [
    rule,
    ...wrap(content.title).map(centred),
    ...wrap(content.subtitle).map(centred),
    rule,
    ...factLines(content.facts),
    '',
    ...wrap(content.loginsTitle),
    ...factLines(content.logins),
    '',
    `${content.passwordTitle}:`,
    '',
    centred(content.password),
    '',
    ...wrap(content.validity),
    rule,
    content.stepsTitle,
    ...content.steps.flatMap(({ text, command }, index) => [
      ...hanging(`${index + 1}. `, text),
      ...(command === undefined ? [] : hanging('   ', command)),
    ]),
    '',
    ...content.notices.flatMap((notice) => [...wrap(notice), '']),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Labels and values in two columns; a value that is too wide has its own lines. */
function factLines(facts: readonly Fact[]): string[] {
  const labels = Math.max(...facts.map(({ label }) => stringWidth(label))) + 2;
  return facts.flatMap(({ label, value }) =>
    labels + stringWidth(value) <= SLIP_COLUMNS
      ? [`${label}${' '.repeat(labels - stringWidth(label))}${value}`]
      : [label, ...hanging('  ', value)],
  );
}

function hanging(first: string, text: string): string[] {
  return wrap(text, SLIP_COLUMNS - first.length).map(
    (line, index) => `${index === 0 ? first : ' '.repeat(first.length)}${line}`,
  );
}

function wrap(text: string, columns = SLIP_COLUMNS): string[] {
  return wrapAnsi(text, columns, { hard: true }).split('\n');
}

function centred(text: string): string {
  return ' '.repeat(Math.max(0, Math.floor((SLIP_COLUMNS - stringWidth(text)) / 2))) + text;
}
