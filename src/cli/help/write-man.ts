import { writeFile } from 'node:fs/promises';
import { loadMessages } from '../../messages/index.ts';
import { version } from '../version.ts';
import { manPage } from './man.ts';

/** `npm run man`: renews the committed manual page, in English. */

await writeFile(
  new URL('../../../docs/man/lisa.1', import.meta.url),
  manPage(await loadMessages('en'), version),
);
