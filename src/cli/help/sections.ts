import type { MessageKey } from '../../messages/index.ts';

/** How the root help groups the first words of the commands. Every first word stands in exactly one section. */
export const sections: readonly { title: MessageKey; words: readonly string[] }[] = [
  { title: 'section.start', words: ['demo', 'login', 'logout', 'status'] },
  {
    title: 'section.line',
    words: [
      'balance',
      'account',
      'detail',
      'tariff',
      'service',
      'sim',
      'tone',
      'pay',
      'payment',
      'promise',
      'bonus',
      'offer',
      'news',
      'password',
    ],
  },
  { title: 'section.tool', words: ['profile', 'config', 'doctor', 'support', 'completion', 'help'] },
  { title: 'section.operator', words: ['staff', 'sandbox', 'cabinet'] },
];

/** The section of a first word; what is in none goes to the last. */
export function sectionOf(word: string): MessageKey {
  return sections.find((section) => section.words.includes(word))?.title ?? 'section.operator';
}

const ranks = new Map(sections.flatMap(({ words }) => words).map((word, index) => [word, index]));

/** Orders commands by the section of their first words. */
export function bySection(first: string, second: string): number {
  return rank(first) - rank(second);
}

function rank(words: string): number {
  return ranks.get(words.split(' ')[0] ?? words) ?? ranks.size;
}
