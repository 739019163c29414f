import { UsageError } from '../../errors.ts';
import { helpColumns } from '../../help/layout.ts';
import { isTopic, topicText } from '../../help/topics.ts';
import { createProgram } from '../../program.ts';
import type { Run } from '../../spec.ts';
import { version } from '../../version.ts';
import type { help } from './spec.ts';

export const run: Run<typeof help> = async ({ t, host }, { operands: { words } }) => {
  const columns = helpColumns(host);
  const [first = '', ...rest] = words;
  const text =
    rest.length === 0 && isTopic(first)
      ? topicText(first, t, columns)
      : createProgram({ t, version, columns }).help(words);
  if (text === null) throw new UsageError('help.unknown', { words: words.join(' ') }, 'help.topics');
  return { blocks: [{ kind: 'verbatim', text }] };
};
