/** A text with `{name}` placeholders, or its plural forms chosen by the parameter `count`. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

export type MessageParams = Readonly<Record<string, string | number>>;

export type Locale = 'en' | 'ru';

/**
 * The text of a message in one language.
 * @throws RangeError when a placeholder has no parameter, or a plural message no `count`
 */
export type Translate<Key extends string> = (key: Key, params?: MessageParams) => string;

/** Binds a catalogue to its language. The plural rules are made on first use: most runs need none. */
export function translator<Key extends string>(
  locale: Locale,
  catalogue: Readonly<Record<Key, Message>>,
): Translate<Key> {
  let rules: Intl.PluralRules | undefined;
  const pick = (key: Key, forms: Exclude<Message, string>, params: MessageParams): string => {
    rules ??= new Intl.PluralRules(locale);
    const count = params['count'];
    if (typeof count !== 'number') throw new RangeError(`message ${key} needs a number «count»`);
    const text = forms[rules.select(count)] ?? forms.other;
    if (text === undefined) throw new RangeError(`message ${key} has no form for ${count}`);
    return text;
  };
  return (key, params = {}) => {
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : pick(key, message, params);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new RangeError(`message ${key} needs «${name}»`);
      return String(value);
    });
  };
}
