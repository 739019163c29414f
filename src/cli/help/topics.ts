import type { Translator } from '../../messages/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { definitions, wrap } from './layout.ts';
import { variables } from './variables.ts';

/** What `lisa help TOPIC` explains. */
export const topics = ['environment', 'exit-codes', 'output', 'scripting', 'security'] as const;

export type Topic = (typeof topics)[number];

export function isTopic(word: string): word is Topic {
  return topics.some((topic) => topic === word);
}

/** The text of a topic, wrapped to `columns`; the tables in it are made from what the program really does. */
export function topicText(topic: Topic, t: Translator, columns: number): string {
  const parts = [wrap(t(`topic.${topic}`), columns)];
  if (topic === 'exit-codes') parts.push(definitions(exitCodeRows(t), columns));
  if (topic === 'environment')
    parts.push(definitions(variableRows(t), columns), wrap(t('topic.precedence'), columns));
  return `${parts.join('\n\n')}\n`;
}

function exitCodeRows(t: Translator): [string, string][] {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  return names.map((name) => [String(exitCodes[name]), t(`exit.${name}`)]);
}

function variableRows(t: Translator): [string, string][] {
  return variables.map((name) => [name, t(`variable.${name}`)]);
}
