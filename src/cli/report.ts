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
  const explained = explain(error, settings.t, settings.locale);
  const { host, flags } = settings;
  const told: Explanation & { report?: string } =
    explained.code === 'unexpected' ? await withReport(explained, error, settings) : explained;
  host.stderr.write(flags.json ? asJson(told) : await asText(told, settings));
  if (error instanceof IncompleteCommand && !flags.json) host.stderr.write(`\n${error.help}`);
  if (flags.debug && error instanceof Error) host.stderr.write(`${await debugDetail(error, told)}\n`);
  return told.exit;
}

/** A defect of the program leaves a report; where that fails too, the defect itself is what is told. */
async function withReport(
  told: Explanation,
  error: unknown,
  { host, t, locale }: ReportSettings,
): Promise<Explanation & { report?: string }> {
  try {
    const { writeErrorReport } = await import('./reports/error-report.ts');
    const report = await writeErrorReport(host, locale, error);
    return { ...told, hint: t('error.reported', { file: sanitize(report) }), report };
  } catch (failure) {
    const { message } = explain(failure, t, locale);
    return { ...told, hint: t('error.not-reported', { detail: message }) };
  }
}

/** For `--debug`: what lies behind a failure. */
async function debugDetail(error: Error, { code }: Explanation): Promise<string> {
  const { detailOf } = await import('./trace/debug.ts');
  return detailOf(error, code).split('\n').map(sanitize).join('\n');
}

function asJson({ code, message, hint, requestId, report }: Explanation & { report?: string }): string {
  const told = { schema: 'error/1', code, message, hint, request_id: requestId, report };
  return `${JSON.stringify(told)}\n`;
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
