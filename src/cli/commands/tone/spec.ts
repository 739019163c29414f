import { command } from '../../spec.ts';

export const toneCatalog = command({
  words: 'tone catalog',
  summary: 'tone.catalog',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    search: { type: 'text', value: 'TEXT', summary: 'tone.search-option' },
    category: { type: 'text', value: 'CATEGORY', summary: 'tone.category-option' },
    categories: { type: 'flag', summary: 'tone.categories-option' },
  },
  examples: [
    'lisa tone catalog --categories',
    'lisa tone catalog --category nature',
    'lisa tone catalog --search neon --json',
  ],
});

const melodyOperand = {
  melody: { name: 'MELODY', summary: 'tone.melody-operand', required: false },
} as const;

export const toneSet = command({
  words: 'tone set',
  summary: 'tone.set',
  description: 'tone.set-description',
  kind: 'mutation',
  operands: melodyOperand,
  options: {
    for: { type: 'msisdn', value: 'NUMBER', summary: 'tone.for-option' },
    from: { type: 'time', value: 'HH:MM', summary: 'tone.from-option' },
    to: { type: 'time', value: 'HH:MM', summary: 'tone.to-time-option' },
    noRenew: { type: 'flag', summary: 'tone.no-renew-option' },
  },
  examples: [
    'lisa tone set nature-campfire --dry-run',
    'lisa tone set folk-kalinka --for "900 123-45-68" --no-renew --yes',
    'lisa tone set pop-warm-snow --from 22:00 --to 07:00 --yes',
  ],
});

export const toneList = command({
  words: 'tone list',
  summary: 'tone.list',
  description: 'tone.list-description',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    caller: { type: 'msisdn', value: 'NUMBER', summary: 'tone.caller-option' },
    at: { type: 'time', value: 'HH:MM', summary: 'tone.at-option' },
  },
  examples: ['lisa tone list', 'lisa tone list --caller "900 123-45-68" --at 23:30', 'lisa tone list --json'],
});

export const toneRemove = command({
  words: 'tone remove',
  summary: 'tone.remove',
  description: 'tone.remove-description',
  kind: 'mutation',
  operands: { setting: { name: 'SETTING', summary: 'tone.setting-operand', required: false } },
  options: {},
  examples: ['lisa tone remove', 'lisa tone remove "Moonlight Sonata" --dry-run'],
});

export const toneOff = command({
  words: 'tone off',
  summary: 'tone.off',
  description: 'tone.off-description',
  kind: 'mutation',
  operands: {},
  options: {},
  examples: ['lisa tone off', 'lisa tone off --yes'],
});

export const toneGift = command({
  words: 'tone gift',
  summary: 'tone.gift',
  description: 'tone.gift-description',
  kind: 'mutation',
  operands: melodyOperand,
  options: {
    to: { type: 'msisdn', value: 'NUMBER', summary: 'tone.to-option' },
  },
  examples: [
    'lisa tone gift nature-campfire --to "900 123-45-68" --dry-run',
    'lisa tone gift nature-campfire --to 9001234568 --yes',
  ],
});

export const toneGifts = command({
  words: 'tone gifts',
  summary: 'tone.gifts',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa tone gifts', 'lisa tone gifts --json'],
});

const giftOperand = { gift: { name: 'GIFT', summary: 'tone.gift-operand', required: false } } as const;

export const toneAccept = command({
  words: 'tone accept',
  summary: 'tone.accept',
  description: 'tone.accept-description',
  kind: 'mutation',
  operands: giftOperand,
  options: {},
  examples: ['lisa tone accept', 'lisa tone accept --dry-run', 'lisa tone accept --yes'],
});

export const toneRefuse = command({
  words: 'tone refuse',
  summary: 'tone.refuse',
  kind: 'mutation',
  operands: giftOperand,
  options: {},
  examples: ['lisa tone refuse', 'lisa tone refuse --dry-run', 'lisa tone refuse --yes'],
});
