import type { TraceMark } from '../../contract/trace-mark.ts';

type Kind = Extract<TraceMark, 'msisdn' | 'account' | 'login'>;

const STAND_IN = /^(msisdn|account|login)-\d{1,6}$/;

/** True for what stands in a trace in place of a number, an account or a login. */
export function isStandIn(text: string): boolean {
  return STAND_IN.test(text);
}

/** `msisdn-1`, `account-2`: the same for the same value all through one trace, and nothing of the value is in it. */
export class StandIns {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<Kind, number>();

  /** A stand-in stands for itself: what was read from a trace stays as it is. */
  of(mark: Kind, value: string): string {
    if (isStandIn(value)) return value;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const kind = mark === 'login' ? kindOfLogin(value) : mark;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    const made = `${kind}-${count}`;
    this.#counts.set(kind, count);
    this.#known.set(value, made);
    return made;
  }
}

/** A login is a mobile number, an account number or a name in the network (R1). */
function kindOfLogin(login: string): Kind {
  if (/^9\d{9}$/.test(login)) return 'msisdn';
  return /^[1-9]\d{5,11}$/.test(login) ? 'account' : 'login';
}
