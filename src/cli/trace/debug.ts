import type { RequestEvent } from '../../client/cabinet.ts';
import { CabinetError } from '../../client/errors.ts';
import { shown } from '../../client/trace/shown.ts';
import { StandIns } from '../../client/trace/stand-ins.ts';
import { shownTarget } from '../../client/trace/target.ts';
import { Problem } from '../../contract/problem.ts';
import type { Host } from '../host.ts';
import { sanitize } from '../render/sanitize.ts';

/** For `--debug`: one line on stderr for every try, through the allow-list of the traces. */
export function tellRequests({ stderr }: Pick<Host, 'stderr'>): (event: RequestEvent) => void {
  const standIns = new StandIns();
  return ({ method, path, outcome, milliseconds, requestId }) => {
    const id = requestId === undefined ? '' : ` request_id=${sanitize(requestId)}`;
    const target = decodeURI(shownTarget(method, path, standIns).path);
    stderr.write(`lisa: ${method} ${sanitize(target)} ${outcome} ${milliseconds} ms${id}\n`);
  };
}

/** For `--debug`: what lies behind a failure. Of an answer the allow-list tells, of other texts what cannot be a secret. */
export function detailOf(error: Error, code: string): string {
  if (error instanceof CabinetError) return `${code}: ${describe(error)}`;
  if (error.cause instanceof CabinetError) return `${code}: ${describe(error.cause)}`;
  if (code === 'unexpected') return scrub(error.stack ?? error.message);
  return `${code}: ${scrub(String(error.cause ?? error.message))}`;
}

/** Status, code and parameters. */
function describe({ code, status, params }: CabinetError): string {
  const told = shown(Problem.properties.code, code, { standIns: new StandIns() });
  const members = shown(Problem.properties.params, params, { standIns: new StandIns() });
  return `the cabinet answered ${status} ${String(told)} ${JSON.stringify(members)}`;
}

/**
 * The message of an error without what could be somebody's: long numbers, long random words, and text in double quotes, in
 * which V8 cites what it could not read.
 */
export function scrub(text: string): string {
  return text
    .replace(/"(?:[^"\\\n]|\\.)*"(?:\.\.\.)?/g, '"…"')
    .replace(/lisa_\w+/g, '…')
    .replace(/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9_-]{24,}\b/g, '…')
    .replace(/\d(?:[ -]?\d){5,}/g, '…');
}
