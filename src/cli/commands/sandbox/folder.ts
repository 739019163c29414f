import { join } from 'node:path';
import type { Context } from '../../context.ts';

/** Where the sandbox keeps its data: one folder for one person. */
export async function sandboxFolder(context: Context): Promise<string> {
  return join((await context.config()).dataDir, 'sandbox');
}
