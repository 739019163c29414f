export const mutation = {
  'mutation.consent': 'consent',
  'mutation.nothing-changed': 'This is a preview. Nothing was changed.',
  'mutation.key': 'Idempotency-Key: {key}',
} as const;
