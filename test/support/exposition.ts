import { expect } from 'vitest';

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What a node tells in the text format of Prometheus 0.0.4. */
export interface Exposition {
  text: string;
  samples: readonly Sample[];
  /** The value of the sample with these labels, and no others; undefined when there is none. */
  value(name: string, labels?: Record<string, string>): number | undefined;
}

/** Reads `url` as Prometheus does. @throws Error when it is not in the format */
export async function scrape(url: string): Promise<Exposition> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return readExposition(await response.text());
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\n"])*"';
const sampleLine = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)?\\})? (\\S+)$`);
const typeLine = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`);
const helpLine = new RegExp(`^# HELP (${NAME}) \\S.*$`);

/** Reads every line, and refuses what a strict reader would: families without a type, samples twice, broken histograms. */
export function readExposition(text: string): Exposition {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const types = new Map<string, string>();
  const samples = new Map<string, Sample>();
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, family, type] = typeLine.exec(line) ?? [];
    if (family !== undefined && type !== undefined) {
      if (types.has(family)) throw new Error(`twice: ${line}`);
      types.set(family, type);
    } else if (line.startsWith('#')) {
      if (!helpLine.test(line)) throw new Error(`neither help nor type: ${line}`);
    } else {
      const sample = readSample(line, types);
      const key = keyOf(sample.name, sample.labels);
      if (samples.has(key)) throw new Error(`twice: ${line}`);
      samples.set(key, sample);
    }
  }
  const value = (name: string, labels = {}) => samples.get(keyOf(name, labels))?.value;
  for (const [family, type] of types) if (type === 'histogram') checkHistogram(family, [...samples.values()]);
  return { text, samples: [...samples.values()], value };
}

function readSample(line: string, types: ReadonlyMap<string, string>): Sample {
  const [, name, labels = '', number = ''] = sampleLine.exec(line) ?? [];
  if (name === undefined) throw new Error(`no sample: ${line}`);
  const family = name.replace(/_(bucket|sum|count)$/, '');
  const type = types.get(name) ?? types.get(family);
  if (type === undefined) throw new Error(`without a type: ${line}`);
  const value = number === '+Inf' ? Number.POSITIVE_INFINITY : Number(number);
  if (Number.isNaN(value) && !/^nan$/i.test(number)) throw new Error(`no number: ${line}`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
  return { name, labels: Object.fromEntries(pairs.map(([, key = '', text = '']) => [key, text])), value };
}

/** Buckets grow up to the count, label set by label set. */
function checkHistogram(family: string, samples: readonly Sample[]): void {
  const counts = samples.filter(({ name }) => name === `${family}_count`);
  for (const { labels, value } of counts) {
    const buckets = samples
      .filter(({ name }) => name === `${family}_bucket`)
      .filter((bucket) => Object.entries(labels).every(([key, text]) => bucket.labels[key] === text))
      .sort((one, other) => bound(one) - bound(other));
    const steps = buckets.map((bucket) => bucket.value);
    expect(steps).toEqual([...steps].sort((one, other) => one - other));
    expect(buckets.at(-1)).toMatchObject({ labels: { le: '+Inf' }, value });
  }
}

function bound({ labels }: Sample): number {
  return labels['le'] === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels['le']);
}

function keyOf(name: string, labels: Record<string, string>): string {
  return `${name}${JSON.stringify(Object.entries(labels).sort())}`;
}
