import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { fileFailure } from '../../export/failures.ts';
import { checkTarget, openWholeFile } from '../../export/whole-file.ts';
import { askConsent, requireConsentable } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Block, Result } from '../../render/result.ts';
import { sanitize } from '../../render/sanitize.ts';
import type { Run } from '../../spec.ts';
import { type BundledFile, collectFiles } from '../../support/files.ts';
import type { supportBundle } from './spec.ts';

export const run: Run<typeof supportBundle> = async (context, { options, yes, dryRun }) => {
  if (!yes && !dryRun) requireConsentable(context);
  const name = options.out ?? defaultName(context);
  const path = resolve(context.host.cwd, name);
  const failure = (error: unknown) => {
    throw fileFailure(error, name);
  };
  if (!dryRun) await checkTarget(path, options.force).catch(failure);
  const progress = context.progress('support.collecting');
  const files = await collectFiles(context, options).finally(() => progress.stop());
  if (dryRun) return preview(files);
  if (!yes) await showAndAsk(context, files, name);
  const bytes = await write(context, path, options.force, files).catch(failure);
  return {
    blocks: [],
    json: toJson(files, { dryRun: false, file: path, bytes }),
    notes: [{ key: 'support.written', params: { file: sanitize(name), bytes } }],
  };
};

function defaultName({ host }: Context): string {
  return `lisa-support-${host.clock.now().toISOString().slice(0, 10)}.zip`;
}

/** Every file in full, which is what consent is given to. */
async function showAndAsk(context: Context, files: readonly BundledFile[], name: string): Promise<void> {
  const { renderForPeople } = await import('../../render/terminal.ts');
  const { stderr } = context.host;
  stderr.write(`${renderForPeople([...contents(files), list(files)], context, stderr)}\n`);
  await askConsent(context, context.t('support.question', { file: sanitize(name) }));
}

function preview(files: readonly BundledFile[]): Result {
  return {
    blocks: [...contents(files), list(files)],
    json: toJson(files, { dryRun: true, file: null, bytes: null }),
    notes: [{ key: 'support.nothing-written' }],
  };
}

function contents(files: readonly BundledFile[]): Block[] {
  return files.map(({ name, text }) => ({
    kind: 'verbatim',
    text: `── ${name} ──\n${text.split('\n').map(sanitize).join('\n')}`,
  }));
}

function list(files: readonly BundledFile[]): Block {
  return {
    kind: 'table',
    columns: [{ label: 'support.file' }, { label: 'support.size', align: 'right' }],
    rows: files.map((file) => [cell.text(file.name), cell.number(sizeOf(file))]),
    empty: 'support.bundle.summary',
  };
}

function sizeOf({ text }: BundledFile): number {
  return Buffer.byteLength(text);
}

/** The path is the person's own; the bundle itself does not hold it. */
function toJson(
  files: readonly BundledFile[],
  { dryRun, file, bytes }: { dryRun: boolean; file: string | null; bytes: number | null },
) {
  const listed = files.map((each) => ({ name: each.name, bytes: sizeOf(each) }));
  return { schema: 'support-bundle/1', dry_run: dryRun, file, bytes, files: listed };
}

/** The bytes that were written. @throws FileExists, NotAFile, the system's errors */
async function write(
  { host }: Context,
  path: string,
  replace: boolean,
  files: readonly BundledFile[],
): Promise<number> {
  const { zip } = await import('../../support/zip.ts');
  const bytes = zip(files, host.clock.now());
  const file = await openWholeFile(path, replace, host);
  try {
    await file.write(bytes);
    await file.publish();
    return bytes.length;
  } finally {
    await file.discard();
  }
}
