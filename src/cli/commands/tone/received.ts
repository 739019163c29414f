import { listGifts } from '../../../contract/operations/gifts.ts';
import { formatMsisdn } from '../../../shared/msisdn.ts';
import type { Context } from '../../context.ts';
import { CliError, InputNeeded } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { collect } from '../../pages.ts';
import { sanitize } from '../../render/sanitize.ts';
import type { Gift } from './gift-fields.ts';
import { findById, isPartOfId, isWholeId } from './ids.ts';

/** Gifts given and received, newest first. */
export async function readGifts(context: Context): Promise<Gift[]> {
  const client = await context.client();
  return collect((page) => client.call(listGifts, { query: page }));
}

/**
 * The id of the received gift that is meant: a whole id, or its first or last characters when they fit only one;
 * without a word the only one that is waiting.
 * @throws CliError `gift_not_found` · UsageError when several fit · InputNeeded when a terminal would be asked
 */
export async function chooseGift(context: Context, word: string | undefined): Promise<string> {
  if (word === undefined) return choosePending(context);
  if (isWholeId(word)) return word.toLowerCase();
  const received = isPartOfId(word) ? await readReceived(context) : [];
  const only = findById(word, received);
  if (only === undefined) throw giftNotFound();
  return only.id;
}

async function choosePending(context: Context): Promise<string> {
  const received = await readReceived(context);
  const pending = received.filter((gift) => gift.state === 'pending');
  const [only, ...others] = pending;
  if (only === undefined) throw giftNotFound();
  if (others.length === 0) return only.id;
  const question = context.t('tone.which-gift');
  if (!context.interactive) throw new InputNeeded(question, 'GIFT');
  const prompts = await context.prompts();
  const choices = pending.map((gift) => ({ name: lineOf(gift, context), value: gift.id }));
  return prompts.select(question, choices, 'GIFT');
}

async function readReceived(context: Context): Promise<Gift[]> {
  const gifts = await readGifts(context);
  return gifts.filter((gift) => gift.side === 'received');
}

function lineOf(gift: Gift, { locale }: Context): string {
  const { title, artist } = gift.melody;
  return sanitize(`${title[locale]} · ${artist[locale]} · ${formatMsisdn(gift.from)}`);
}

function giftNotFound(): CliError {
  return new CliError(exitCodes.refused, 'gift_not_found', 'cabinet.gift_not_found', {
    hint: 'hint.gift_not_found',
  });
}
