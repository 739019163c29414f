export const qr = {
  'qr.key': 'Key, to type by hand:',
  'qr.address': 'Or as a link:',
} as const;
