/** What is kept secret for a profile. Without `token` the session is over, and only the login to ask again for is left. */
export interface Secret {
  /** The only origin the token may be sent to. */
  origin: string;
  login: string;
  token?: string;
}

export type SecretStoreName = 'keychain' | 'file' | 'memory';

/** A place for one secret per profile. @throws SecretStoreError from every method */
export interface SecretStore {
  readonly name: SecretStoreName;
  /** The secret of a profile; undefined when there is none, or when it belongs to another origin. */
  get(profile: string, origin: string): Promise<Secret | undefined>;
  set(profile: string, secret: Secret): Promise<void>;
  /** Forgets; a secret that is not there is fine. */
  remove(profile: string): Promise<void>;
  /** The place, for people: a path, or the service in the keychain. */
  describe(profile: string): string;
}

/**
 * Why a store did not work. `unavailable`: there is none here · `timeout`: no answer within the limit, most likely an
 * unlock prompt that nobody sees · `locked`: it stays locked · `failed`: it answered with an error · `wrong_passphrase` ·
 * `exposed`: others can read the file · `corrupt`: the file is not ours.
 */
export type SecretStoreProblem =
  | 'unavailable'
  | 'timeout'
  | 'locked'
  | 'failed'
  | 'wrong_passphrase'
  | 'exposed'
  | 'corrupt';

/** Never followed by a request without the token. */
export class SecretStoreError extends Error {
  override name = 'SecretStoreError';
  readonly problem: SecretStoreProblem;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    problem: SecretStoreProblem,
    params: Readonly<Record<string, string | number>>,
    cause?: unknown,
  ) {
    super(`secret store: ${problem}`, { cause });
    this.problem = problem;
    this.params = params;
  }
}

/** Reads what a store kept; undefined for something that is not ours. */
export function parseSecret(text: string): Secret | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isSecret(value) ? value : undefined;
}

function isSecret(value: unknown): value is Secret {
  if (typeof value !== 'object' || value === null || !('origin' in value) || !('login' in value))
    return false;
  const token = 'token' in value ? value.token : undefined;
  return (
    typeof value.origin === 'string' &&
    typeof value.login === 'string' &&
    (token === undefined || typeof token === 'string')
  );
}

/** The secret if it is for `origin`: a token never goes anywhere else. */
export function boundTo(origin: string, secret: Secret | undefined): Secret | undefined {
  return secret?.origin === origin ? secret : undefined;
}
