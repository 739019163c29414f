import Type from 'typebox';
import { operation } from '../operation.ts';
import { Timestamp } from '../schema.ts';

/** The calendar of a sandbox: the real time plus an offset in seconds. */
export const SandboxClock = Type.Object({ now: Timestamp, offset_seconds: Type.Integer() });

export const getSandboxClock = operation({
  id: 'getSandboxClock',
  method: 'GET',
  path: '/v1/sandbox/clock',
  summary: 'The calendar of the sandbox',
  tag: 'sandbox',
  auth: 'sandbox',
  reply: SandboxClock,
  status: 200,
  errors: ['token_missing', 'token_unknown'],
});

/** Time only goes forward: `seconds` are added to the offset. */
export const advanceSandboxClock = operation({
  id: 'advanceSandboxClock',
  method: 'POST',
  path: '/v1/sandbox/clock/advance',
  summary: 'Move the calendar of the sandbox forward',
  tag: 'sandbox',
  auth: 'sandbox',
  body: Type.Object(
    { seconds: Type.Integer({ minimum: 1, maximum: 10 * 366 * 86_400 }) },
    { additionalProperties: false },
  ),
  reply: SandboxClock,
  status: 200,
  errors: ['token_missing', 'token_unknown'],
});

export const resetSandboxClock = operation({
  id: 'resetSandboxClock',
  method: 'POST',
  path: '/v1/sandbox/clock/reset',
  summary: 'Return the calendar of the sandbox to the real time',
  tag: 'sandbox',
  auth: 'sandbox',
  reply: SandboxClock,
  status: 200,
  errors: ['token_missing', 'token_unknown'],
});
