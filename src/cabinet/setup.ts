import type { Random } from '../shared/clock.ts';
import { lackingDurability } from './storage/durability.ts';
import { openPostgresql, type PostgresqlOptions } from './storage/postgresql.ts';
import { auditRights } from './storage/privileges.ts';
import type { Store } from './storage/store.ts';
import { unsuitability } from './storage/suitability.ts';

/** What the operator's engineer has to mend before the cabinet can work. */
export type Problem =
  | 'database_unreachable'
  | 'database_unsuitable'
  | 'database_not_durable'
  | 'schema_outdated'
  | 'schema_newer'
  | 'listen_invalid'
  | 'listen_insecure'
  | 'address_in_use'
  | 'metrics_not_local'
  | 'tls_unreadable'
  | 'settings_invalid'
  | 'acquirer_invalid'
  | 'smpp_invalid'
  | 'audit_unprotected'
  | 'role_unknown'
  | 'already_initialised'
  | 'member_invalid';

export class SetupError extends Error {
  override name = 'SetupError';
  readonly problem: Problem;

  constructor(problem: Problem, detail: string) {
    super(detail);
    this.problem = problem;
  }
}

/**
 * Opens a PostgreSQL that may hold money: durable, and in the state that the caller needs. Who `serves` works under a role
 * that can add to the audit trail and do nothing else with it (R16).
 * @throws SetupError `database_unreachable`, `database_unsuitable`, `database_not_durable`, `schema_outdated`,
 *   `schema_newer`, `audit_unprotected`
 */
export async function openDatabase(
  options: Pick<PostgresqlOptions, 'url' | 'onConnectionError' | 'statementTimeoutMs'> & { random: Random },
  wanted: 'serving' | 'current' | 'any',
): Promise<Store> {
  if (!/^postgres(ql)?:\/\//.test(options.url))
    throw new SetupError('database_unreachable', 'not a postgres:// address');
  const store = await reaching(async () => openPostgresql(options));
  try {
    const unfit = await reaching(() => unsuitability(store));
    if (unfit !== null) throw new SetupError('database_unsuitable', unfit);
    const lacking = await reaching(() => lackingDurability(store));
    if (lacking.length > 0) throw new SetupError('database_not_durable', `${lacking.join(', ')} = off`);
    const state = await store.migrationState();
    if (state === 'newer') throw new SetupError('schema_newer', 'made by a newer version');
    if (state === 'behind' && wanted !== 'any') throw new SetupError('schema_outdated', 'not migrated');
    const rights = wanted === 'serving' ? await store.read(auditRights) : [];
    if (rights.length > 0) throw new SetupError('audit_unprotected', rights.join(', '));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The driver's messages name the host, the user and the database, never the password. */
async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SetupError('database_unreachable', reason(error));
  }
}

/** Node reports a name with several addresses as an AggregateError, whose own message is empty. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
