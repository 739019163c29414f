import { formatInstant } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { Answered } from '../../storage/recovery/recoveries.ts';

export type Answer = 'password' | 'tomorrow' | 'nothing';

/**
 * R4: a request less than 45 s after the last answer is ignored; of one calendar day of the region five are answered
 * with a password, the sixth with the word that tomorrow is possible, and no more.
 * @returns the answer, and what to remember of it
 */
export function answerTo(
  last: Answered | undefined,
  at: { now: Date; timeZone: string; settings: Settings },
): { answer: Answer; answered: Answered } {
  const { now, timeZone, settings } = at;
  const day = formatInstant(now, timeZone).slice(0, 10);
  const earlier = last?.day === day ? last.answers : 0;
  const answered = { day, answers: earlier + 1, answered_at: now };
  if (last && isSoonAfter(last.answered_at, now, settings)) return { answer: 'nothing', answered: last };
  if (earlier < settings.recoveriesPerDay) return { answer: 'password', answered };
  if (earlier === settings.recoveriesPerDay) return { answer: 'tomorrow', answered };
  return { answer: 'nothing', answered: { ...answered, answers: earlier } };
}

/** A calendar that went back, as a sandbox's does, is no reason to wait. */
function isSoonAfter(before: Date, now: Date, { recoveryEveryMs }: Settings): boolean {
  const elapsed = now.getTime() - before.getTime();
  return elapsed >= 0 && elapsed < recoveryEveryMs;
}
