import { type Kysely, sql } from 'kysely';

/**
 * R16. Whoever issues credentials holds the one row of `account_numbers`, so that two members never hand out the same
 * login. Subscribers are found by contract and by the beginnings of words of their names, whatever the case and the
 * locale of the database. Sessions are found by account also when they are over: the last action may be in one of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table account_numbers (
     one boolean primary key default true check (one), next bigint not null check (next between 100000 and 999999999999))`,
  `insert into account_numbers (next) values (500000001)`,
  `alter table services add standard boolean not null default false`,
  `create function search_form(text) returns text language sql immutable strict parallel safe
     return translate(lower($1 collate pg_c_utf8), 'ё', 'е')`,
  `create function search_words(text) returns text[] language sql immutable strict parallel safe
     return array_remove(string_to_array(
       translate(search_form($1), chr(9) || '«»„“”"''\`\\.,;:()[]/-–—', repeat(' ', 22)), ' '), '')`,
  `create index sessions_of_account on sessions (account_id)`,
  `drop index sessions_by_account`,
  `create index accounts_by_contract on accounts (search_form(contract_number))`,
  `create index accounts_by_name on accounts using gin (array_to_tsvector(search_words(holder)))`,
];
