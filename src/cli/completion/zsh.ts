import type { CompletedOption, Place, Values } from './tree.ts';
import { flagsOf } from './valued.ts';

/** The script for zsh: one function for each place, in the words of `_arguments`. */
export function zshScript(tree: readonly Place[]): string {
  return `#compdef lisa
# zsh completion for lisa: made by "lisa completion zsh"

${tree.map(placeFunction).join('\n\n')}

if [[ \${funcstack[1]} == _lisa ]]; then
  _lisa "$@"
else
  compdef _lisa lisa
fi
`;
}

function placeFunction(place: Place): string {
  return place.children.length > 0 ? groupFunction(place) : commandFunction(place);
}

function commandFunction({ path, options, operands }: Place): string {
  const specs = [
    ...options.map(optionSpec),
    ...operands.map(
      ({ summary, values, variadic }) => `'${variadic ? '*' : ''}:${escaped(summary)}:${action(values)}'`,
    ),
  ];
  return `${functionName(path)}() {
  _arguments -s -S : \\
    ${specs.join(' \\\n    ')}
}`;
}

function groupFunction({ path, children, options }: Place): string {
  const specs = [...options.map(optionSpec), "'1: :->command'", "'*:: :->rest'"];
  const described = children.map(({ word, summary }) => `'${word}:${escaped(summary)}'`);
  const cases = children.map(({ word }) => `        ${word}) ${functionName(`${path} ${word}`.trim())} ;;`);
  return `${functionName(path)}() {
  local curcontext=$curcontext state line ret=1
  typeset -A opt_args
  local -a commands=(
    ${described.join('\n    ')}
  )
  _arguments -s -S -C : \\
    ${specs.join(' \\\n    ')} && ret=0
  case $state in
    command) _describe -t commands command commands && ret=0 ;;
    rest)
      curcontext=\${curcontext%:*}-$line[1]:
      case $line[1] in
${cases.join('\n')}
      esac && ret=0 ;;
  esac
  return ret
}`;
}

function optionSpec(option: CompletedOption): string {
  const flags = flagsOf(option);
  const description = `[${escaped(option.summary)}]`;
  const value =
    option.value === undefined ? '' : `:${escaped(option.value.name)}:${action(option.value.values)}`;
  // `=`: the value follows the sign or is the next word.
  const sign = option.value === undefined ? '' : '=';
  if (flags.length === 1) return `'${option.long}${sign}${description}${value}'`;
  return `'(${flags.join(' ')})'{${flags.map((flag) => (flag.startsWith('--') ? flag + sign : flag)).join(',')}}'${description}${value}'`;
}

function action(values: Values): string {
  if (values.kind === 'words') return `(${values.words.join(' ')})`;
  return values.kind === 'file' ? '_files' : ' ';
}

/** A description inside single quotes and brackets. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&').replace(/'/g, "'\\''");
}

function functionName(path: string): string {
  return ['_lisa', ...path.split(' ').filter((word) => word !== '')].join('_').replaceAll('-', '_');
}
