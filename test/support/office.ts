import { afterAll } from 'vitest';
import type { People } from './people.ts';
import { type Cli, createCli, type Outcome } from './run-cli.ts';
import { noteSecret } from './secrets.ts';
import { type NewMember, openStaffSession, type StaffMember } from './staff.ts';

export interface Colleague extends StaffMember {
  cli: Cli;
  run: Cli['run'];
  /** The object that a command prints with `--json`. */
  json(...args: string[]): Promise<Record<string, unknown>>;
}

/** Members of the staff at machines of their own, logged in by `LISA_TOKEN`; `url` leads to the cabinet another way. */
export function useOffice(people: () => People): (wanted?: NewMember, url?: string) => Promise<Colleague> {
  const clis: Cli[] = [];
  afterAll(async () => {
    for (const cli of clis) await cli.remove();
  });
  return async (wanted = {}, url = people().cabinet.url) => {
    const { store, cabinet } = people();
    const member = await openStaffSession(store, wanted, cabinet.clock.now());
    const cli = await createCli({ cabinet: { url, clock: cabinet.clock }, token: member.token });
    clis.push(cli);
    const json = async (...args: string[]) => {
      const { code, stdout, stderr } = await cli.run([...args, '--json']);
      if (code !== 0) throw new Error(`lisa ${args.join(' ')} exits with ${code}: ${stderr}`);
      return noted(JSON.parse(stdout));
    };
    return { ...member, cli, run: cli.run, json };
  };
}

/** Passwords that are shown once are secrets that must not turn up anywhere else. */
function noted(reply: Record<string, unknown>): Record<string, unknown> {
  if (typeof reply['one_time_password'] === 'string') noteSecret(reply['one_time_password']);
  return reply;
}

/** The password on a slip, as somebody at the office reads it. */
export function passwordOn({ stdout }: Outcome): string {
  const password = /^ +([a-z]{4}-[a-z]{4}-[a-z]{4})$/m.exec(stdout)?.[1] ?? '';
  noteSecret(password);
  return password;
}

let ordered = 0;

/** The flags of `lisa staff issue` for a line that nobody has. */
export function newOrder(wanted: Record<string, string> = {}): string[] {
  const number = ordered++;
  const order = {
    contract: `О-${number}`,
    name: 'Петров Иван Сергеевич',
    region: 'sverdlovsk',
    msisdn: String(9_800_000_000 + number),
    'network-login': `office.line${number}`,
    tariff: 'start',
    document: 'passport',
    'last-digits': '4821',
    ...wanted,
  };
  return Object.entries(order).flatMap(([flag, value]) => [`--${flag}`, value]);
}

/** What a script does with them: the codeword comes by stdin. */
export const AS_SCRIPT = ['--codeword-stdin', '--yes'];
export const CODEWORD_LINE = { stdin: 'Облако\n' };
