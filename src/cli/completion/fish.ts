import type { CompletedOption, Place, Values } from './tree.ts';
import { flagsOf, valuedFlags } from './valued.ts';

/** The script for fish: one function that finds the place of the cursor, and a `complete` line for each possibility. */
export function fishScript(tree: readonly Place[]): string {
  const paths = tree.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `# fish completion for lisa: made by "lisa completion fish"

function __lisa_place -d 'Words of the command that is typed, then the number of its operands'
  set -l paths ${paths.join(' ')}
  set -l valued ${valuedFlags(tree).join(' ')}
  set -l path
  set -l operands 0
  set -l waiting 0
  set -l only_operands 0
  for word in (commandline -xpc 2>/dev/null; or commandline -opc)[2..-1]
    if test $waiting -eq 1
      set waiting 0
    else if test $only_operands -eq 0; and test "$word" = --
      set only_operands 1
    else if test $only_operands -eq 0; and string match -q -- '-?*' "$word"
      contains -- "$word" $valued; and set waiting 1
    else if test $operands -eq 0; and contains -- (string join ' ' $path "$word") $paths
      set -a path "$word"
    else
      set operands (math $operands + 1)
    end
  end
  echo "$path"
  echo $operands
end

function __lisa_at -d 'The words $argv[1] are typed, and operands: as many as $argv[2], or more for +'
  set -l place (__lisa_place)
  test "$place[1]" = "$argv[1]"; or return 1
  set -q argv[2]; or return 0
  string match -q -- '*+' $argv[2]; and test $place[2] -ge (string trim -r -c + $argv[2]); and return 0
  test "$place[2]" = "$argv[2]"
end

complete -c lisa -f
${tree.flatMap(placeLines).join('\n')}
`;
}

function placeLines({ path, children, options, operands }: Place): string[] {
  const at = `complete -c lisa -n "__lisa_at '${path}'"`;
  return [
    ...children.map(
      ({ word, summary }) => `complete -c lisa -n "__lisa_at '${path}' 0" -a ${word}${description(summary)}`,
    ),
    ...operands.flatMap(({ values, variadic }, index) =>
      values.kind === 'text'
        ? []
        : [`complete -c lisa -n "__lisa_at '${path}' ${index}${variadic ? '+' : ''}"${offer(values)}`],
    ),
    ...options.map((option) => `${at}${flags(option)}${taken(option)}${description(option.summary)}`),
  ];
}

function flags(option: CompletedOption): string {
  return flagsOf(option)
    .map((flag) => (flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`))
    .join('');
}

function taken({ value }: CompletedOption): string {
  if (value === undefined) return '';
  return value.values.kind === 'file' ? ' -r -F' : ` -x${offer(value.values)}`;
}

function offer(values: Values): string {
  if (values.kind === 'words') return ` -a '${values.words.join(' ')}'`;
  return values.kind === 'file' ? ' -F' : '';
}

function description(text: string): string {
  return ` -d '${text.replace(/['\\]/g, '\\$&')}'`;
}
