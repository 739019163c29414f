import type { Place, Values } from './tree.ts';
import { flagsOf, valuedFlags } from './valued.ts';

/** The script for PowerShell 5.1 and newer: a table of the places, and one argument completer that reads it. */
export function powershellScript(tree: readonly Place[]): string {
  return `# PowerShell completion for lisa: made by "lisa completion powershell"

Register-ArgumentCompleter -Native -CommandName 'lisa' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $places = @{
${tree.map(placeEntry).join('\n')}
  }
  $valued = @(${valuedFlags(tree).map(quote).join(', ')})
${BODY}`;
}

function placeEntry({ path, children, options, operands }: Place): string {
  const words = children.map(({ word, summary }) => `@(${quote(word)}, ${quote(summary)})`);
  const flags = options.flatMap((option) =>
    flagsOf(option).map((flag) => `@(${quote(flag)}, ${quote(option.summary)})`),
  );
  const values = options.flatMap((option) => {
    const known = option.value === undefined ? [] : wordsOf(option.value.values);
    return known.length === 0 ? [] : [`${quote(option.long)} = @(${known.map(quote).join(', ')})`];
  });
  const places = operands.map(({ values: known }) => `,@(${wordsOf(known).map(quote).join(', ')})`);
  return `    ${quote(path)} = @{
      Commands = @(${block(words)})
      Options = @(${block(flags)})
      Choices = @{ ${values.join('; ')} }
      Operands = @(${places.join('; ')})
    }`;
}

function block(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n        ,${items.join('\n        ,')}\n      `;
}

/** Files are left to PowerShell: it offers them itself where a completer offers nothing. */
function wordsOf(values: Values): readonly string[] {
  return values.kind === 'words' ? values.words : [];
}

function quote(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

const BODY = `
  $path = ''
  $operands = 0
  $waiting = ''
  $onlyOperands = $false
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
    $word = $element.Extent.Text
    if ($waiting) { $waiting = '' }
    elseif (-not $onlyOperands -and $word -ceq '--') { $onlyOperands = $true }
    elseif (-not $onlyOperands -and $word.StartsWith('-') -and $word.Length -gt 1) {
      if ($valued -ccontains $word) { $waiting = $word }
    }
    elseif ($operands -eq 0 -and $places.ContainsKey("$path $word".Trim())) { $path = "$path $word".Trim() }
    else { $operands++ }
  }

  $place = $places[$path]
  $prefix = ''
  $typed = $wordToComplete
  $offered = @()
  if ($waiting) {
    $offered = @($place.Choices[$waiting] | ForEach-Object { ,@($_, $_) })
  }
  elseif (-not $onlyOperands -and $typed -match '^(--[^=]+)=(.*)$') {
    $prefix = $Matches[1] + '='
    $typed = $Matches[2]
    $offered = @($place.Choices[$Matches[1]] | ForEach-Object { ,@($_, $_) })
  }
  elseif (-not $onlyOperands -and $typed.StartsWith('-')) { $offered = $place.Options }
  elseif ($operands -eq 0 -and $place.Commands.Count -gt 0) { $offered = $place.Commands }
  elseif ($operands -lt $place.Operands.Count) {
    $offered = @($place.Operands[$operands] | ForEach-Object { ,@($_, $_) })
  }

  foreach ($pair in $offered) {
    if ($pair -and $pair[0].StartsWith($typed, [StringComparison]::Ordinal)) {
      $text = $prefix + $pair[0]
      [System.Management.Automation.CompletionResult]::new($text, $pair[0], 'ParameterValue', $pair[1])
    }
  }
}
`;
