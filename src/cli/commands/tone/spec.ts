import { command } from '../../spec.ts';

export const toneCatalog = command({
  words: 'tone catalog',
  summary: 'tone.catalog',
  kind: 'data',
  operands: {},
  options: {
    search: { type: 'text', value: 'TEXT', summary: 'tone.search-option' },
    category: { type: 'text', value: 'CATEGORY', summary: 'tone.category-option' },
  },
  examples: [
    'lisa tone catalog',
    'lisa tone catalog --category nature',
    'lisa tone catalog --search neon --json',
  ],
});

export const toneGift = command({
  words: 'tone gift',
  summary: 'tone.gift',
  description: 'tone.gift-description',
  kind: 'mutation',
  operands: { melody: { name: 'MELODY', summary: 'tone.melody-operand', required: false } },
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
