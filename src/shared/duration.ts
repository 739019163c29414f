const UNITS = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;

const DURATION = /^(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?(?:(\d{1,9})s)?$/;

/** Reads «30d», «15m», «1h30m» or «14m59s» as whole seconds; null for anything else, and for nothing at all. */
export function parseDuration(text: string): number | null {
  const match = DURATION.exec(text.trim().toLowerCase());
  if (!match || match[0] === '') return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return days * UNITS.d + hours * UNITS.h + minutes * UNITS.m + seconds * UNITS.s;
}

/** Writes whole seconds as it would be typed: 899 → «14m59s», 0 → «0s». */
export function formatDuration(seconds: number): string {
  let left = seconds;
  let text = '';
  for (const [unit, size] of Object.entries(UNITS)) {
    const count = Math.floor(left / size);
    if (count > 0) text += `${count}${unit}`;
    left -= count * size;
  }
  return text === '' ? '0s' : text;
}
