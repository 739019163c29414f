import { operations } from '../../../contract/index.ts';
import { done, refuse } from '../../domain/outcome.ts';
import { heedCallback } from '../../domain/payments/heedCallback.ts';
import { callback } from '../../http/route.ts';

export const acquirerCallbackRoute = callback(
  operations.acquirerCallback,
  'acquirer-signature',
  async (store, { input, rawBody, signature, payments }) => {
    if (!payments?.acquirer.isGenuine(rawBody, signature)) return refuse({ kind: 'signature_invalid' });
    await heedCallback(store, payments, input.body);
    return done(undefined);
  },
);
