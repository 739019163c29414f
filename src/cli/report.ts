import type { Locale, Translator } from '../messages/index.ts';
import type { GlobalFlags } from './context.ts';
import { IncompleteCommand } from './errors.ts';
import { type Explanation, explain } from './explain.ts';
import type { Host } from './host.ts';
import { sanitize } from './render/sanitize.ts';
import { wrapWords } from './render/words.ts';

export interface ReportSettings {
  host: Host;
  flags: GlobalFlags;
  t: Translator;
  locale: Locale;
  color: boolean;
}

/** Tells a failure on stderr, as text or with `--json` as one object, and returns its exit code. */
export async function report(error: unknown, settings: ReportSettings): Promise<number> {
  const told = explain(error, settings.t, settings.locale);
  const { host, flags } = settings;
  host.stderr.write(flags.json ? asJson(told) : await asText(told, settings));
  if (error instanceof IncompleteCommand && !flags.json) host.stderr.write(`\n${error.help}`);
  if (flags.debug && error instanceof Error) host.stderr.write(`${detailOf(error, told)}\n`);
  return told.exit;
}

/** For `--debug`: where an unexpected error came from, or what lies behind one that was explained. */
function detailOf(error: Error, told: Explanation): string {
  const text =
    told.code === 'unexpected'
      ? (error.stack ?? '')
      : `${told.code}: ${String(error.cause ?? error.message)}`;
  return text.split('\n').map(sanitize).join('\n');
}

function asJson(told: Explanation): string {
  const { code, message, hint, requestId } = told;
  return `${JSON.stringify({ schema: 'error/1', code, message, hint, request_id: requestId })}\n`;
}

async function asText(told: Explanation, { host, t, color }: ReportSettings): Promise<string> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const wrap = (text: string) => wrapWords(text, host.stderr, '  ');
  const lines = [wrap(`✗ ${told.message}`).replace('✗', chalk.red('✗'))];
  if (told.hint !== undefined) lines.push(wrap(`  ${told.hint}`));
  if (told.requestId !== undefined)
    lines.push(`  ${chalk.dim(t('error.request-id', { id: told.requestId }))}`);
  return `${lines.join('\n')}\n`;
}
