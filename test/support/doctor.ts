import { expect } from 'vitest';

export interface Diagnosis {
  code: number;
  /** `check: code` of everything that is not well. */
  complaints: string[];
  of(check: string): { level: string; code: string; detail: string; fix: string | null } | undefined;
}

/** What `lisa doctor --json` found; every complaint has to come with its fix. */
export function diagnosisOf({ code, stdout }: { code: number; stdout: string }): Diagnosis {
  const { schema, items, problems } = JSON.parse(stdout);
  expect(schema).toBe('doctor/1');
  const found: { check: string; level: string; code: string; detail: string; fix: string | null }[] = items;
  for (const { level, fix, detail } of found) {
    expect(detail).not.toBe('');
    if (level !== 'ok') expect(fix).toMatch(/\w/);
  }
  expect(problems).toBe(found.filter(({ level }) => level === 'problem').length);
  expect(code).toBe(problems === 0 ? 0 : 1);
  return {
    code,
    complaints: found
      .filter(({ level }) => level !== 'ok')
      .map(({ check, code: found }) => `${check}: ${found}`),
    of: (check) => found.find((item) => item.check === check),
  };
}
