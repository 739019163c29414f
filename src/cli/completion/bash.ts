import type { Place, Values } from './tree.ts';
import { flagsOf, valuedFlags } from './valued.ts';

/**
 * The script for bash 3.2 and newer. It needs no bash-completion: words that bash splits at `=` and `:` are put
 * together again from the typed line, and nothing that was typed is ever evaluated.
 */
export function bashScript(tree: readonly Place[]): string {
  return `${HEAD}
# What can follow the words of $1: fills commands, options and operands (one per line: words, @file or @text).
_lisa_place() {
  commands='' options='' operands=() variadic=''
  case $1 in
${tree.map(placeCase).join('\n')}
    *) return 1 ;;
  esac
}

# What the option $2 of the command $1 takes: fills values.
_lisa_values() {
  values='@text'
  case "$1 $2" in
${tree.flatMap(valueCases).join('\n')}
  esac
}

_lisa_takes_value() {
  case $1 in
    ${valuedFlags(tree).join(' | ')}) return 0 ;;
  esac
  return 1
}
${BODY}`;
}

function placeCase({ path, children, options, operands }: Place): string {
  const lines = [
    children.length === 0 ? '' : `commands='${children.map(({ word }) => word).join(' ')}'`,
    options.length === 0 ? '' : `options='${options.flatMap(flagsOf).join(' ')}'`,
    operands.length === 0 ? '' : `operands=(${operands.map(({ values }) => `'${told(values)}'`).join(' ')})`,
    operands.at(-1)?.variadic ? 'variadic=1' : '',
  ];
  const body = lines.filter((line) => line !== '').join('\n      ');
  return `    '${path}')\n      ${body} ;;`;
}

function valueCases({ path, options }: Place): string[] {
  return options.flatMap((option) => {
    if (option.value === undefined || option.value.values.kind === 'text') return [];
    const patterns = flagsOf(option).map((flag) => `'${path} ${flag}'`);
    return [`    ${patterns.join(' | ')}) values='${told(option.value.values)}' ;;`];
  });
}

function told(values: Values): string {
  return values.kind === 'words' ? values.words.join(' ') : `@${values.kind}`;
}

const HEAD = `# bash completion for lisa: made by "lisa completion bash"
`;

const BODY = `
# The typed words up to the cursor, put together again where bash split them: fills words.
_lisa_words() {
  local rest=$COMP_LINE word i last=-1
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $last -ge 0 && -n $word && $rest == "$word"* ]]; then
      words[last]+=$word
    else
      rest=\${rest#"\${rest%%[![:space:]]*}"}
      last=$((last + 1))
      words[last]=$word
    fi
    rest=\${rest#*"$word"}
  done
}

# Offers what is told in $1 for the beginning $2.
_lisa_offer() {
  case $1 in
    @text) ;;
    @file) compopt -o default 2>/dev/null || COMPREPLY=($(IFS=$'\\n'; compgen -f -- "$2")) ;;
    *) COMPREPLY=($(compgen -W "$1" -- "$2")) ;;
  esac
}

_lisa() {
  local words commands options operands values variadic='' path='' typed=0 only_operands='' waiting='' i word next
  local IFS=$' \\t\\n'
  COMPREPLY=()
  _lisa_words
  local last=$((\${#words[@]} - 1))
  local current=\${words[last]}
  _lisa_place ''
  for ((i = 1; i < last; i++)); do
    word=\${words[i]}
    if [[ -n $waiting ]]; then
      waiting=''
    elif [[ -z $only_operands && $word == -- ]]; then
      only_operands=1
    elif [[ -z $only_operands && $word == -?* ]]; then
      if _lisa_takes_value "$word"; then waiting=$word; fi
    else
      next=\${path:+$path }$word
      if [[ $typed -eq 0 && -n $commands && " $commands " == *" $word "* ]]; then
        path=$next
        _lisa_place "$path"
      else
        typed=$((typed + 1))
      fi
    fi
  done
  if [[ -n $waiting ]]; then
    _lisa_values "$path" "$waiting"
    _lisa_offer "$values" "$current"
  elif [[ -z $only_operands && $current == --*=* ]]; then
    _lisa_values "$path" "\${current%%=*}"
    _lisa_offer "$values" "\${current#*=}"
    # Without = among the breaks of words the whole word is replaced, not only what follows the sign.
    if [[ $COMP_WORDBREAKS != *=* ]]; then COMPREPLY=("\${COMPREPLY[@]/#/\${current%%=*}=}"); fi
  elif [[ -z $only_operands && $current == -* ]]; then
    _lisa_offer "$options" "$current"
  elif [[ -n $commands && $typed -eq 0 ]]; then
    _lisa_offer "$commands" "$current"
  elif [[ \${#operands[@]} -gt 0 ]]; then
    if [[ -n $variadic && $typed -ge \${#operands[@]} ]]; then typed=$((\${#operands[@]} - 1)); fi
    _lisa_offer "\${operands[typed]:-@text}" "$current"
  fi
}

complete -F _lisa lisa
`;
