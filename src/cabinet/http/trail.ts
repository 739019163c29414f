import type { FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import { type AuditAnchor, appendAudit } from '../domain/audit/append.ts';
import type { Writer } from '../storage/schema.ts';

/** Who did it, as the trail names them. */
export interface Actor {
  login: string;
  role: string;
  office: string;
}

export interface Act {
  /** Null when nobody is known by the login that was tried. */
  member: Actor | null;
  subject: string | null;
  reason: string | null;
  /** `done`, or the code of the refusal. */
  result: string;
  dryRun: boolean;
}

/** The audit trail as one request writes to it (R16). */
export interface Trail {
  /** Records the request as an act of a member. Other requests wait at the trail's end: the last thing of a transaction. */
  append(tx: Writer, act: Act): Promise<void>;
  /** Logs where the trail ended; to be called once what was appended is committed. */
  settled(): void;
}

export function openTrail(request: FastifyRequest, operation: Operation): Trail {
  let anchor: AuditAnchor | undefined;
  return {
    async append(tx, { member, subject, reason, result, dryRun }) {
      anchor = await appendAudit(tx, {
        at: request.now,
        member: member?.login ?? null,
        role: member?.role ?? null,
        office: member?.office ?? null,
        action: operation.id,
        subject: subject && storable(subject),
        reason: reason && storable(reason),
        source: request.ip,
        result,
        dry_run: dryRun,
        request_id: request.id,
      });
    },
    settled() {
      if (anchor === undefined) return;
      const { sequence, hash } = anchor;
      request.log.info(
        { request_id: request.id, audit: sequence.toString(), hash: hash.toString('hex') },
        'recorded',
      );
      anchor = undefined;
    },
  };
}

/** As the database gives it back, which is what the hash is checked with: PostgreSQL keeps no zero byte and no half of a pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
