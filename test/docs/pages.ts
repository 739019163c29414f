import { exampleWords } from '../laws/checks/commands.ts';

export interface CommandLine {
  line: string;
  /** After `lisa`, up to what belongs to the shell. */
  words: string[];
  /** Marked `# by hand` or `# вручную`: it needs a person, or another machine than the reader's. */
  byHand: boolean;
  /** The file that is read with `<`. */
  input: string | undefined;
  /** What the comment says that is typed: `# password: …`, `# пароль: …`. */
  password: string | undefined;
  /** Whose authenticator shows the code that is typed after it: `# password: …, code of: …`, `# пароль: …, код: …`. */
  codeOf: string | undefined;
  /** What the comment says that it exits with: `# exits with 3`, `# завершится с кодом 3`. */
  exit: number;
}

/** The contents of the fenced shell blocks of a page. */
export function shellBlocks(page: string): string[] {
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

/** The file of comma- or semicolon-separated values that a page shows; undefined when it shows none. */
export function csvBlock(page: string): string | undefined {
  return /^```csv\n([\s\S]*?)^```$/m.exec(page)?.[1];
}

/** The lines of the shell blocks of a page that call `lisa`. */
export function commandLines(page: string): CommandLine[] {
  return shellBlocks(page)
    .flatMap((block) => block.split('\n'))
    .filter((line) => /^(\w+=\S* )*(npx )?lisa /.test(line))
    .map((line) => {
      const comment = / +# (.*)$/.exec(line)?.[1] ?? '';
      const command = line.replace(/ +# .*$/, '');
      return {
        line,
        words: exampleWords(command),
        byHand: /^(by hand|вручную)/.test(comment),
        input: / < (\S+)/.exec(command)?.[1],
        password: /^(?:password|пароль): ([^\s,]+)/.exec(comment)?.[1],
        exit: Number(/(?:exits with|завершится с кодом) (\d+)/.exec(comment)?.[1] ?? 0),
        codeOf: /, (?:code of|код): (\S+)$/.exec(comment)?.[1],
      };
    });
}

/** The lines of the shell blocks of a page without comments and what is said in the reader's language: `--name '…'`. */
export function commandsOf(page: string): string[] {
  return shellBlocks(page)
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/ +# .*$/, '').replaceAll(/(--(?:name|office)) '[^']*'/g, '$1'));
}

/** Files of the project that a page links to. */
export function linksOf(page: string): string[] {
  return [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}
