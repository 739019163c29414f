import { writeFile } from 'node:fs/promises';
import { loadMessages } from '../../messages/index.ts';
import { completionScript } from './script.ts';
import { shells } from './shells.ts';

/** `npm run completions`: renews the committed scripts, in English. */

/** Names under which the shells look for the scripts. */
const files = { bash: 'lisa.bash', zsh: '_lisa', fish: 'lisa.fish', powershell: 'lisa.ps1' } as const;

const t = await loadMessages('en');
for (const shell of shells) {
  const file = new URL(`../../../completions/${files[shell]}`, import.meta.url);
  await writeFile(file, completionScript(shell, t));
}
