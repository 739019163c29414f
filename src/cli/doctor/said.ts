import type { MessageKey } from '../../messages/index.ts';
import type { Context } from '../context.ts';
import { explain } from '../explain.ts';
import type { Check, Finding, Level } from './finding.ts';

/** A failure in the words that a command would tell it with; `fix` where those have no advice. */
export function said(
  { t, locale }: Pick<Context, 't' | 'locale'>,
  { check, level, error, fix }: { check: Check; level: Level; error: unknown; fix: MessageKey },
): Finding {
  const { code, message, hint } = explain(error, t, locale);
  const params = { detail: message, hint: hint ?? t(fix) };
  return { check, level, key: 'doctor.said', fix: 'doctor.said-hint', params, code };
}
