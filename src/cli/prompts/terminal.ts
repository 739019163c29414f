import inquirer from 'inquirer';
import { refuseCardNumbers } from '../card-numbers.ts';
import type { Context } from '../context.ts';
import { CliError, InputNeeded, Interrupted } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { wantsColor } from '../flags.ts';
import { sanitize } from '../render/sanitize.ts';
import type { Prompts } from './prompts.ts';

/** Questions on a terminal: asked on stderr, so that stdout carries data only. */
export function createPrompts(context: Context): Prompts {
  const { t } = context;
  const theme = themeOf(context);
  const ask = async (
    question: Record<string, unknown> & { message: string },
    flag: string,
  ): Promise<string> => {
    if (!context.interactive) {
      throw new InputNeeded(question.message, flag);
    }
    const given = await answer(context, {
      ...question,
      theme,
      message: sanitize(question.message),
      name: 'answer',
    });
    await refuseCardNumbers(given);
    return given;
  };
  return {
    async confirm(question, flag) {
      const text = await ask({ type: 'input', message: `${question} ${t('prompt.yes-no')}` }, flag);
      return t('prompt.yes-words').split(' ').includes(text.trim().toLowerCase());
    },
    input: async (question, flag) => (await ask({ type: 'input', message: question }, flag)).trim(),
    secret: (question, flag) =>
      ask({ type: 'password', message: question, mask: false, toggleMask: false }, flag),
    select: (question, choices, flag) =>
      ask(
        {
          type: 'select',
          message: question,
          choices: choices.map(({ name, value }) => ({ name: sanitize(name), value })),
        },
        flag,
      ),
  };
}

/** inquirer's own words are English, and it paints by default whatever the one colour switch says. */
function themeOf({ host, flags, t }: Context): Record<string, unknown> {
  const words = { maskedText: t('prompt.hidden'), keysHelpTip: () => t('prompt.keys') };
  return wantsColor(flags, host.env, host.stderr)
    ? { style: words }
    : { prefix: PLAIN_PREFIX, style: { ...PLAIN_STYLE, ...words } };
}

const plain = (text: string) => text;
const PLAIN_PREFIX = { idle: '?', done: '✔' };
const PLAIN_STYLE = {
  answer: plain,
  message: plain,
  error: plain,
  defaultAnswer: plain,
  help: plain,
  highlight: plain,
  key: plain,
  disabled: plain,
  description: plain,
};

async function answer({ host, signal }: Context, question: Record<string, unknown>): Promise<string> {
  const ended = new AbortController();
  const end = () => ended.abort();
  // readline closes its input at Ctrl-D without settling the question; the input is paused by that.
  host.stdin.on('pause', end);
  host.stdin.on('end', end);
  try {
    const prompt = inquirer.createPromptModule({
      input: host.stdin,
      output: host.stderr,
      signal: AbortSignal.any([signal, ended.signal]),
    });
    const answers: { answer: string } = await prompt([question as never]);
    return answers.answer;
  } catch (error) {
    if (signal.aborted) throw new Interrupted();
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    if (ended.signal.aborted) throw new CliError(exitCodes.input, 'input_ended', 'error.input-ended');
    throw error;
  } finally {
    host.stdin.off('pause', end);
    host.stdin.off('end', end);
  }
}
