import { afterEach } from 'vitest';
import { readSecret } from '../../src/cabinet/domain/staff/totp.ts';
import { SECOND_MS } from '../../src/shared/period.ts';
import type { People } from './people.ts';
import { type Cli, type CliFixture, createCli, type Outcome } from './run-cli.ts';
import { noteSecret } from './secrets.ts';
import {
  addEnrolledMember,
  codeAt,
  type NewMember,
  openStaffSession,
  STAFF_PASSWORD,
  STAFF_TOTP,
  type StaffMember,
} from './staff.ts';

/** The machine of a member of the staff who logs in themselves. */
export interface Desk extends StaffMember {
  cli: Cli;
  run: Cli['run'];
  /** What the member's authenticator shows; another one each time, because a code is good once. */
  code(): string;
  /** `lisa login --staff` as a script does it. */
  logIn(...more: string[]): Promise<Outcome>;
}

const STEP_MS = 30 * SECOND_MS;

/** Machines of members who have a password and an authenticator; each lasts for one test. */
export function useDesks(people: () => People): (wanted?: NewMember, fixture?: CliFixture) => Promise<Desk> {
  const clis: Cli[] = [];
  afterEach(async () => {
    for (const cli of clis.splice(0)) await cli.remove();
  });
  return async (wanted = {}, fixture = {}) => {
    const { store, cabinet } = people();
    const member = await addEnrolledMember(store, wanted);
    const cli = await createCli({ cabinet, ...fixture });
    clis.push(cli);
    const code = () => {
      cabinet.clock.advance(STEP_MS);
      return codeAt(STAFF_TOTP, cabinet.clock.now());
    };
    const logIn = (...more: string[]) =>
      cli.run(['login', '--staff', member.login, '--password-stdin', ...more], {
        stdin: `${STAFF_PASSWORD}\n${code()}\n`,
      });
    return { ...member, cli, run: cli.run, code, logIn };
  };
}

let invited = 0;

/** A member who was added just now, with the password of the first login. */
export async function invite({ store, cabinet }: People): Promise<{ login: string; password: string }> {
  const { token } = await openStaffSession(store, { role: 'administrator' }, cabinet.clock.now());
  const cli = await createCli({ cabinet, token });
  const login = `newcomer${invited++}`;
  const words = ['staff', 'member', 'add', login, '--name', 'Новикова Ольга', '--role', 'issuer'];
  const { stdout } = await cli.run([...words, '--office', 'Тара', '--yes', '--json']);
  await cli.remove();
  const { one_time_password: password } = JSON.parse(stdout);
  noteSecret(password);
  return { login, password };
}

/** The code of an authenticator that was told what stderr shows at an enrolment. */
export function codeOfShown(shown: string, now: Date): string {
  const secret = /secret=([A-Z2-7]+)/.exec(shown)?.[1] ?? '';
  noteSecret(secret);
  return codeAt(readSecret(secret), now);
}
