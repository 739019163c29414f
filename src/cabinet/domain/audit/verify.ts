import { type AuditRow, readAuditChain, readAuditEnds } from '../../storage/audit/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import type { AuditAnchor } from './append.ts';
import { chainHash, GENESIS } from './chain.ts';

/**
 * What a trail that nobody touched never shows. `missing`: a row is gone; `changed`: a row does not follow from what it
 * says and the row before it; `unexpected`: a row behind the end; `end_missing` and `end_differs`: the last row is not the
 * one that was noted when it was written; `anchor_differs`: not the one that the caller noted.
 */
export interface AuditProblem {
  sequence: bigint;
  kind: 'missing' | 'changed' | 'unexpected' | 'end_missing' | 'end_differs' | 'anchor_differs';
}

export interface AuditReport {
  rows: number;
  /** The newest row; null while there is none. */
  head: (AuditAnchor & { at: Date }) | null;
  /** Oldest first, at most `limit`. */
  problems: AuditProblem[];
}

const BATCH = 2_000;
/** The smallest bigint of SQL: nothing hides before the first row. */
const LOWEST = -(2n ** 63n);

/**
 * Proves that the trail is whole (R16). It may run beside live traffic: what is before the end at its beginning never
 * changes afterwards.
 */
export async function verifyAudit(
  db: Reader,
  { anchor, limit = 100 }: { anchor?: AuditAnchor | undefined; limit?: number } = {},
): Promise<AuditReport> {
  const { noted, last } = await readAuditEnds(db);
  const walk = new Walk(anchor);
  for (let from = LOWEST; from <= last; ) {
    const rows = await readAuditChain(db, { from, to: last, limit: BATCH });
    for (const row of rows) walk.pass(row, noted.sequence);
    from = (rows.at(-1)?.sequence ?? last) + 1n;
  }
  return walk.report(noted, limit);
}

/** Goes along the trail, row by row. */
class Walk {
  #next = 1n;
  #previous: Buffer = GENESIS;
  #rows = 0;
  #head: AuditReport['head'] = null;
  readonly #problems: AuditProblem[] = [];
  readonly #anchor: AuditAnchor | undefined;
  #anchored = false;

  constructor(anchor: AuditAnchor | undefined) {
    this.#anchor = anchor;
  }

  pass(row: AuditRow, end: bigint): void {
    const { sequence, hash } = row;
    this.#rows += 1;
    if (sequence < this.#next) {
      this.#found(sequence, 'unexpected');
      return;
    }
    if (sequence > this.#next) this.#found(this.#next, 'missing');
    else if (!chainHash(this.#previous, sequence, row).equals(hash)) this.#found(sequence, 'changed');
    if (sequence > end) this.#found(sequence, 'unexpected');
    if (sequence === this.#anchor?.sequence) this.#anchored = hash.equals(this.#anchor.hash);
    this.#previous = hash;
    this.#next = sequence + 1n;
    if (sequence <= end) this.#head = { sequence, hash, at: row.at };
  }

  report(noted: AuditAnchor, limit: number): AuditReport {
    if (this.#head === null ? noted.sequence > 0n : this.#head.sequence < noted.sequence)
      this.#found(noted.sequence, 'end_missing');
    else if (!(this.#head?.hash ?? GENESIS).equals(noted.hash)) this.#found(noted.sequence, 'end_differs');
    if (this.#anchor !== undefined && !this.#anchored) this.#found(this.#anchor.sequence, 'anchor_differs');
    const problems = this.#problems.toSorted((a, b) => Number(a.sequence - b.sequence)).slice(0, limit);
    return { rows: this.#rows, head: this.#head, problems };
  }

  #found(sequence: bigint, kind: AuditProblem['kind']): void {
    this.#problems.push({ sequence, kind });
  }
}
