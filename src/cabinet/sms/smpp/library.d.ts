/** What is used of `smpp`, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';

  /** Fields of a PDU by their names in SMPP 3.4; those of optional parameters are absent when they were not sent. */
  export interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    source_addr?: string;
    destination_addr?: string;
    esm_class?: number;
    data_coding?: number;
    short_message?: unknown;
    message_payload?: unknown;
    message_id?: string;
    receipted_message_id?: string;
    message_state?: number;
    user_message_reference?: number;
    sar_msg_ref_num?: number;
    sar_total_segments?: number;
    sar_segment_seqnum?: number;
    response(fields?: Record<string, unknown>): Pdu;
  }

  type Ask = (fields: Record<string, unknown>, onAnswer: (answer: Pdu) => void) => boolean;

  /** Asking answers false, and nothing ever comes, when the socket is closed. */
  export interface Session extends EventEmitter {
    bind_transceiver: Ask;
    submit_sm: Ask;
    enquire_link: Ask;
    unbind: Ask;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
  }

  interface Filtered {
    filter?: unknown;
  }

  const smpp: {
    connect(options: Record<string, unknown>): Session;
    /** How the fields of each command are read and written. */
    commands: { deliver_sm: { params: { short_message: Filtered } } };
    tlvs: { message_payload: Filtered };
  };
  export default smpp;
}
