export const balance = {
  'balance.summary': 'Show balance, state and what remains of the packages',
  'balance.fail-below': 'Exit with 8 when the balance is below this amount',
  'balance.remains': 'Remains',
  'balance.no-remains': 'No packages.',
} as const;
