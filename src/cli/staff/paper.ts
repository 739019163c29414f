import { resolve } from 'node:path';
import type { WireIssuedCredentials } from '../../contract/operations/staff-issues.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { explain } from '../explain.ts';
import { fileFailure } from '../export/failures.ts';
import { checkTarget, openWholeFile, type WholeFile } from '../export/whole-file.ts';
import type { Shown } from '../mutation.ts';
import { cell } from '../render/cells.ts';
import type { Fields, Note } from '../render/result.ts';
import { sanitize } from '../render/sanitize.ts';

/**
 * The slip of one issue: text for a receipt printer on stdout, and a PDF where a file was named. The password stands on it and
 * nowhere else, so everything that may fail is tried before the request.
 */
export class SlipPaper {
  readonly #context: Context;
  readonly #name: string | undefined;
  readonly #force: boolean;
  #file: WholeFile | undefined;

  constructor(context: Context, { slip, force }: { slip: string | undefined; force: boolean }) {
    this.#context = context;
    this.#name = slip;
    this.#force = force;
  }

  /** Absolute; null without a file. */
  get path(): string | null {
    return this.#name === undefined ? null : resolve(this.#context.host.cwd, this.#name);
  }

  /** Looks whether the file may be written, before anything is asked. @throws CliError */
  async check(): Promise<void> {
    if (this.path !== null) await checkTarget(this.path, this.#force).catch((error) => this.#refuse(error));
  }

  /** Opens the file beside its name, right before the request. @throws CliError */
  async open(): Promise<void> {
    if (this.path === null) return;
    const opened = openWholeFile(this.path, this.#force, this.#context.host);
    this.#file = await opened.catch((error) => this.#refuse(error));
  }

  /** What would be issued. */
  preview(credentials: WireIssuedCredentials, notes: readonly Note[] = []): Shown {
    return { blocks: [issuedFields(credentials, this.#context)], notes };
  }

  /** The slip itself. A file that failed does not keep it from stdout. */
  async handOver(credentials: WireIssuedCredentials): Promise<Shown> {
    const { slipText } = await import('./slip-text.ts');
    const slip = { credentials, cabinet: (await this.#context.config()).server.value ?? '' };
    const text = await slipText(slip);
    const { account_id: account } = credentials;
    const again = { account: sanitize(account) };
    const lost = new CliError(exitCodes.failed, 'slip_lost', 'staff.slip-lost', {
      params: again,
      hint: 'staff.slip-lost-hint',
    });
    const blocks = [{ kind: 'verbatim', text }] as const;
    const once = { key: 'staff.slip-once', params: again } as const;
    if (this.#file === undefined) return { blocks, notes: [once], ifLost: lost };
    const failure = await this.#publish(slip, this.#file);
    if (failure === undefined) {
      const written = { key: 'staff.slip-written', params: { file: this.#name ?? '' } } as const;
      return { blocks, notes: [written, once] };
    }
    this.#context.warn('staff.slip-failed', { why: failure });
    return { blocks, notes: [once], ifLost: lost, exit: exitCodes.failed };
  }

  /** Removes what was begun and not finished. */
  async discard(): Promise<void> {
    await this.#file?.discard();
  }

  /** Why the file could not be written. */
  async #publish(
    slip: { credentials: WireIssuedCredentials; cabinet: string },
    file: WholeFile,
  ): Promise<string | undefined> {
    const { t, locale } = this.#context;
    try {
      const { slipPdf } = await import('./slip-pdf.ts');
      await file.write(await slipPdf([slip]));
      await file.publish();
      return undefined;
    } catch (error) {
      return explain(fileFailure(error, this.#name ?? ''), t, locale).message;
    }
  }

  #refuse(error: unknown): never {
    throw fileFailure(error, this.#name ?? '');
  }
}

function issuedFields(issued: WireIssuedCredentials, { locale }: Context): Fields {
  const { region, tariff } = issued;
  return {
    kind: 'fields',
    rows: [
      { key: 'account', label: 'field.account', value: cell.text(issued.account_id) },
      { key: 'contract', label: 'field.contract', value: cell.text(issued.contract_number) },
      { key: 'holder', label: 'field.holder', value: cell.text(issued.holder) },
      { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(issued.msisdn) },
      { key: 'network_login', label: 'field.network-login', value: cell.text(issued.network_login) },
      { key: 'tariff', label: 'field.tariff', value: cell.name(tariff.tariff_id, tariff.name[locale]) },
      { key: 'region', label: 'field.region', value: cell.name(region.code, region.name[locale]) },
      { key: 'office', label: 'staff.office', value: cell.text(issued.office) },
    ],
  };
}
