import { loadMessages } from '../../messages/index.ts';
import type { Context } from '../context.ts';
import { sanitizeParams } from '../render/sanitize.ts';
import type { Finding } from './finding.ts';

/** A finding as it is told. `code` is stable, the texts are not. */
export interface ToldFinding {
  check: Finding['check'];
  level: Finding['level'];
  code: string;
  detail: string;
  fix: string | null;
}

/** What programs and supporters read is in one language, the same bytes in every locale. */
export async function inEnglish(context: Context): Promise<Context> {
  return { ...context, t: await loadMessages('en'), locale: 'en' };
}

export function tell({ t }: Pick<Context, 't'>, finding: Finding): ToldFinding {
  const { check, level, key, params = {}, fix } = finding;
  const harmless = sanitizeParams(params);
  return {
    check,
    level,
    code: finding.code ?? key.replace('doctor.', '').replaceAll('-', '_'),
    detail: t(key, harmless),
    fix: fix === undefined ? null : t(fix, harmless),
  };
}

/** The report as programs read it. */
export function reportOf(items: readonly ToldFinding[]) {
  return {
    schema: 'doctor/1',
    problems: items.filter(({ level }) => level === 'problem').length,
    items,
  };
}
