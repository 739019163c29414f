import type { Translator } from '../../messages/index.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import type { Shell } from './shells.ts';
import { completionTree, type Place } from './tree.ts';
import { zshScript } from './zsh.ts';

const writers: Readonly<Record<Shell, (tree: readonly Place[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** The static completion script of a shell, with descriptions in the language of `t` where the shell shows them. */
export function completionScript(shell: Shell, t: Translator): string {
  return writers[shell](completionTree(t));
}
