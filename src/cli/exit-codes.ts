/** The published exit codes (`lisa help exit-codes`). */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  login: 4,
  input: 5,
  partial: 6,
  unreachable: 7,
  below: 8,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
