import type { en } from './en/index.ts';
import { type Locale, type Translate, translator } from './translate.ts';

export type { Locale, MessageParams } from './translate.ts';

/** Every message key; the English catalogue is the source, the Russian one has to have the same keys. */
export type MessageKey = keyof typeof en;

export type Translator = Translate<MessageKey>;

/** Loads one language only: the other one costs start-up time. */
export async function loadMessages(locale: Locale): Promise<Translator> {
  if (locale === 'ru') return translator('ru', (await import('./ru/index.ts')).ru);
  return translator('en', (await import('./en/index.ts')).en);
}
