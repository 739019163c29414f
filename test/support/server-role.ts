import { grantServer } from '../../src/cabinet/storage/privileges.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { runSql } from './sql.ts';

/** The role of PostgreSQL that servers connect with: it can only add to the audit trail (R16). */
export const SERVER_ROLE = 'lisa_server';

/** Creates the role in the cluster of an administrator's URL. */
export function createServerRole(url: string): Promise<unknown> {
  return runSql(url, `create role ${SERVER_ROLE} login password '${SERVER_ROLE}'`);
}

/** Lets the role into a migrated database, as `lisa cabinet migrate --server-role` does. */
export function letServerIn(store: Store): Promise<void> {
  return store.transact((tx) => grantServer(tx, SERVER_ROLE));
}

/** The same database for the server's role. */
export function asServer(url: string): string {
  return url.replace(/(?<=:\/\/)[^@]*@/, `${SERVER_ROLE}:${SERVER_ROLE}@`);
}
