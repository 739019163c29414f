import { listServices } from '../../../contract/operations/services.ts';
import type { MessageKey } from '../../../messages/index.ts';
import { chooseOne } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { priceText, type Service } from './fields.ts';

/** The services that the line has or can have; with `state` only the one or the other. */
export async function readServices(
  context: Context,
  state?: 'connected' | 'available',
): Promise<readonly Service[]> {
  const client = await context.client();
  const { items } = await client.call(listServices, state === undefined ? {} : { query: { state } });
  return items;
}

/**
 * The id of the service that a typed word means, among all of them; a terminal without a word is offered those of
 * `state`.
 */
export function chooseService(
  context: Context,
  word: string | undefined,
  { question, state }: { question: MessageKey; state?: 'connected' | 'available' },
): Promise<string> {
  return chooseOne(context, {
    word,
    operand: 'SERVICE',
    question,
    list: async () => {
      const services = await readServices(context, word ? undefined : state);
      return services.map((service) => ({
        id: service.id,
        names: [service.name.ru, service.name.en],
        line: `${service.name[context.locale]} · ${priceText(service, context)}`,
      }));
    },
  });
}
