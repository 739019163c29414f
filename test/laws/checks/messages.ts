import { Visitor } from 'oxc-parser';
import type { Message } from '../../../src/messages/translate.ts';
import { lineOf, parse, type Source } from './source.ts';

export type Catalogue = Readonly<Record<string, Message>>;

const FORMS = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] } as const;

/** Where the catalogues of the two languages disagree, or a plural form is missing. */
export function catalogueViolations(en: Catalogue, ru: Catalogue): string[] {
  const keys = [...new Set([...Object.keys(en), ...Object.keys(ru)])];
  return keys.flatMap((key) => {
    const [english, russian] = [en[key], ru[key]];
    if (english === undefined) return [`${key}: not in English`];
    if (russian === undefined) return [`${key}: not in Russian`];
    return [
      ...pluralViolations(key, english, FORMS.en),
      ...pluralViolations(key, russian, FORMS.ru),
      ...placeholderViolations(key, english, russian),
      ...untranslated(key, russian),
    ];
  });
}

function pluralViolations(key: string, message: Message, wanted: readonly string[]): string[] {
  if (typeof message === 'string') return [];
  const missing = wanted.filter((form) => !(form in message));
  const alien = Object.keys(message).filter((form) => !wanted.includes(form));
  return [
    ...missing.map((form) => `${key}: no form «${form}»`),
    ...alien.map((form) => `${key}: alien form «${form}»`),
  ];
}

/** Every form has the placeholders of the English «other»; a form for one number may leave `count` out. */
function placeholderViolations(key: string, english: Message, russian: Message): string[] {
  const wanted = placeholders(forms(english).at(-1) ?? '');
  return [...forms(english), ...forms(russian)].flatMap((text) => {
    const found = placeholders(text);
    const missing = wanted.filter((name) => !found.includes(name) && name !== 'count');
    const alien = found.filter((name) => !wanted.includes(name));
    return [
      ...missing.map((name) => `${key}: {${name}} is missing in «${text}»`),
      ...alien.map((name) => `${key}: {${name}} is unknown in «${text}»`),
    ];
  });
}

/** Names that are the same in every language. */
const NAMES = /Node\.js|Idempotency-Key|Visa|Mastercard/g;

/** Russian texts that have words and not one Russian letter; commands, codes and abbreviations are no words. */
function untranslated(key: string, russian: Message): string[] {
  return forms(russian)
    .filter((text) => {
      const prose = text.replace(NAMES, '').replace(/\{\w+\}|lisa [\w -]+|--?[\w-]+|\b[A-Z]{2,}\b/g, '');
      return /[a-z]{3,}/i.test(prose) && !/[а-яё]/i.test(prose);
    })
    .map((text) => `${key}: not translated: «${text}»`);
}

function forms(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Keys that no literal and no template of the program can make. */
export function unusedKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    new Visitor({
      Literal(node) {
        if (typeof node.value === 'string') literals.add(node.value);
      },
      TemplateLiteral(node) {
        const pieces = node.quasis.map(({ value }) => value.raw);
        // A template counts when it begins with the area of a key: `state.${state}`.
        if (/^[a-z][\w-]*\./.test(pieces[0] ?? ''))
          patterns.push(new RegExp(`^${pieces.map(quoted).join('.+')}$`));
      },
    }).visit(parse(source).program);
  }
  return keys.filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Texts for people that are written outside of the catalogues: Cyrillic anywhere, English sentences in the CLI. */
export function proseOutsideCatalogues(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const errors: { start: number; end: number }[] = [];
    const tell = (text: string, start: number) => {
      const english = source.path.startsWith('src/cli/') && isSentence(text);
      const told = errors.some((error) => error.start <= start && start < error.end);
      if (/[а-яё]{2}/i.test(text) || (english && !told))
        found.push(`${source.path}:${lineOf(source, start)}: «${text}»`);
    };
    new Visitor({
      // What a programming error says is for programmers.
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && /Error$/.test(node.callee.name)) errors.push(node);
      },
      Literal(node) {
        if (typeof node.value === 'string') tell(node.value, node.start);
      },
      TemplateElement(node) {
        tell(node.value.raw, node.start);
      },
    }).visit(parse(source).program);
    return found;
  });
}

/** Three words and more that begin with a capital letter, or four, and are no command line. */
function isSentence(text: string): boolean {
  const words = /^(?:[A-Z][a-z]*|[a-z]+,? [a-z]+),? [a-z]+,? [a-z]+/;
  return words.test(text.trim()) && !text.trim().startsWith('lisa ');
}

/** Casts that let a key through which is in no catalogue. */
export function castKeys(sources: readonly Source[]): string[] {
  return sources.filter(({ text }) => /\bas (MessageKey|any)\b/.test(text)).map(({ path }) => path);
}
