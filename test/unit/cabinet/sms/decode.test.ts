import type { Pdu } from 'smpp';
import { describe, expect, test } from 'vitest';
import { readPiece, readReceipt } from '../../../../src/cabinet/sms/smpp/decode.ts';

function pdu(fields: Partial<Pdu>): Pdu {
  const empty = { command: 'deliver_sm', command_status: 0, sequence_number: 1, response: () => pdu({}) };
  return { ...empty, source_addr: '79001234567', destination_addr: '1070', ...fields };
}

function receipt(text: string, fields: Partial<Pdu> = {}) {
  return readReceipt(pdu({ esm_class: 0x04, short_message: Buffer.from(text), ...fields }));
}

describe('a receipt', () => {
  test('is read from its text', () => {
    const text =
      'id:42 sub:001 dlvrd:001 submit date:2603050900 done date:2603050901 stat:DELIVRD err:000 text:x';
    expect(receipt(text)).toEqual({
      providerId: '42',
      reference: null,
      msisdn: '9001234567',
      state: 'delivered',
      failure: null,
    });
  });

  test('is read from its optional parameters, which come first', () => {
    const found = receipt('id:1 stat:DELIVRD', {
      receipted_message_id: 'abc',
      message_state: 2,
      user_message_reference: 513,
    });
    expect(found).toMatchObject({ providerId: 'abc', reference: 513, state: 'delivered' });
  });

  test.each([
    ['UNDELIV', 'failed', 'UNDELIV 00b'],
    ['EXPIRED', 'failed', 'EXPIRED 00b'],
    ['REJECTD', 'failed', 'REJECTD 00b'],
    ['ENROUTE', 'under_way', null],
    ['ACCEPTD', 'under_way', null],
  ])('%s means %s', (word, state, failure) => {
    expect(receipt(`id:1 stat:${word} err:00b`)).toMatchObject({ state, failure });
  });

  test('is not what somebody wrote, nor one that says nothing', () => {
    expect(readReceipt(pdu({ esm_class: 0, short_message: Buffer.from('id:1 stat:DELIVRD') }))).toBeNull();
    expect(receipt('hello')).toBeNull();
    expect(receipt('id:1 stat:DELIVRD', { source_addr: 'nobody' })).toBeNull();
  });
});

describe('a piece of a message', () => {
  const header = (hex: string, text: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(text)]);

  test.each([
    ['a header with 8 bits', 0x40, '050003070201', { reference: 7, total: 2, part: 1 }],
    ['a header with 16 bits', 0x40, '06080401070202', { reference: 263, total: 2, part: 2 }],
    ['another element before it', 0x40, '082401010003070201', { reference: 7, total: 2, part: 1 }],
    ['a part that cannot be', 0x40, '050003070203', null],
  ])('is told by %s', (_, esm_class, hex, of) => {
    expect(readPiece(pdu({ esm_class, short_message: header(hex, 'text') })).of).toEqual(of);
  });

  test('is told by the parameters of segmentation', () => {
    const fields = { sar_msg_ref_num: 900, sar_total_segments: 3, sar_segment_seqnum: 2 };
    const piece = readPiece(pdu({ short_message: Buffer.from('text'), ...fields }));
    expect(piece).toMatchObject({
      of: { reference: 900, total: 3, part: 2 },
      from: '79001234567',
      to: '1070',
    });
  });

  test('may be in message_payload, and may be empty', () => {
    const fields = { short_message: Buffer.alloc(0), message_payload: Buffer.from('long') };
    expect(readPiece(pdu(fields)).content.toString()).toBe('long');
    expect(readPiece(pdu({ short_message: Buffer.alloc(0) })).content).toHaveLength(0);
  });

  test('with a header that lies about its length is read as far as it goes', () => {
    expect(readPiece(pdu({ esm_class: 0x40, short_message: Buffer.from('ff0003', 'hex') })).of).toBeNull();
  });
});
