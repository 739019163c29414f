import { MASK, type SmsKind, smsSecrets } from './texts.ts';

/** What a secret of a message is for. */
export type SmsPurpose = (typeof smsSecrets)[SmsKind][number];

/** The secrets of a message: the texts that stand where its masked form has `MASK`, with what they are for. */
export function findSecrets(sms: {
  kind: string;
  body: string;
  masked: string;
}): { purpose: SmsPurpose; code: string }[] {
  const purposes: readonly SmsPurpose[] = smsSecrets[sms.kind as SmsKind] ?? [];
  const pattern = sms.masked.split(MASK).map(escapePattern).join('(.+?)');
  const found = new RegExp(`^${pattern}$`, 'su').exec(sms.body)?.slice(1) ?? [];
  return found.flatMap((code, index) => {
    const purpose = purposes[index];
    return purpose === undefined ? [] : [{ purpose, code }];
  });
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
