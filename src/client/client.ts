import type { InputOf, Operation, ReplyOf } from '../contract/operation.ts';

/** How to call the cabinet: one typed call for every operation of the contract. */
export interface Client {
  /**
   * Calls an operation and checks the reply against the contract.
   * Mutations carry an idempotency key, the same however often the call is retried.
   * @throws CabinetError when the cabinet answers with a problem
   * @throws TransportError when there is no usable answer
   */
  call<O extends Operation>(operation: O, input: InputOf<O>, options?: CallOptions): Promise<ReplyOf<O>>;
  /**
   * The newline-delimited JSON form of an operation, line by line, however long it is. Never retried here: the reader
   * knows where to go on.
   * @throws CabinetError when the cabinet answers with a problem
   * @throws TransportError also in the middle, when the stream breaks or nothing comes for the whole time limit
   */
  stream<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: { signal?: AbortSignal },
  ): AsyncIterable<string>;
}

/** A subscriber whom a member of the staff looks at, and why (R16); only reads are asked for in this way. */
export interface View {
  /** Any login of the subscriber. */
  subscriber: string;
  reason: string;
}

export interface CallOptions {
  /** The key of a mutation, when the caller wants the same one over several calls. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /**
   * One of many calls that wait for something to happen elsewhere: it has the command's whole time limit for itself, and
   * nobody is asked for a password because of it.
   */
  waiting?: boolean;
}
