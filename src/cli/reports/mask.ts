import type { Host } from '../host.ts';

/** Makes a text fit to be handed to somebody else. */
export type Mask = (text: string) => string;

export interface MaskSettings {
  host: Pick<Host, 'home'>;
  /** Names of profiles: people name them after people. */
  names: readonly string[];
}

const HIDDEN = '…';

/** A request id is no secret, and support needs it. */
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/;
/** The beginning of a moment in RFC 3339, and addresses of machines: digits that are nobody's number. */
const MOMENT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/;
const ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b/;
const TOKEN = /\blisa_[a-z]+_[\w-]+/;
/** Something drawn at random, or a hash. */
const RANDOM = /\b(?=[\w-]*\d)[A-Za-z0-9_-]{32,}\b/;
/** A mobile number, an account, a contract, a card, however it is spaced. */
const NUMBER = /\+?\d(?:[ ()\u00a0-]{0,2}\d){8,}/;

const PATTERN = new RegExp(
  [UUID, MOMENT, ADDRESS, TOKEN, RANDOM, NUMBER].map(({ source }) => `(${source})`).join('|'),
  'g',
);

/**
 * Hides the home folder with its owner's name, names of profiles, and everything that looks like a number of a person or
 * like a secret. What is masked says nothing of it on purpose; this is for what slips into texts.
 */
export function createMask({ host, names }: MaskSettings): Mask {
  const owner = host.home.split(/[\\/]/).at(-1) ?? '';
  const hidden = names.filter((name) => name !== 'default' && name.length > 1);
  const folders = [owner, ...hidden].filter((name) => name.length > 1 && name !== 'root' && name !== 'lisa');
  const known = wholeWords(hidden);
  const inPaths =
    folders.length === 0 ? undefined : new RegExp(`([\\\\/])${anyOf(folders)}(?=[\\\\/.]|$)`, 'gu');
  return (text) => {
    const homeless = host.home.length > 1 ? text.replaceAll(host.home, '~') : text;
    const nameless = homeless
      .replace(/([\\/](?:home|Users)[\\/])[^\\/\s"']+/g, `$1${HIDDEN}`)
      .replace(inPaths ?? NOTHING, `$1${HIDDEN}`)
      .replace(known ?? NOTHING, HIDDEN);
    return nameless.replace(PATTERN, (found, uuid, moment, address) =>
      (uuid ?? moment ?? address) ? found : HIDDEN,
    );
  };
}

const NOTHING = /(?!)/g;

function wholeWords(words: readonly string[]): RegExp | undefined {
  return words.length === 0
    ? undefined
    : new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(words)}(?![\\p{L}\\p{N}])`, 'gu');
}

function anyOf(words: readonly string[]): string {
  return `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}

/** Every text in a value of JSON. */
export function maskAll<T>(value: T, mask: Mask): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item) => maskAll(item, mask)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskAll(member, mask)])) as T;
}
