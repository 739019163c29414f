import type { Static } from 'typebox';
import type { CurrentStatus as CurrentStatusSchema } from '../../../../contract/operations/tones.ts';
import type { Locale } from '../../../../messages/index.ts';
import { cell } from '../../../render/cells.ts';
import type { Cell, Fields } from '../../../render/result.ts';

export type CurrentStatus = Static<typeof CurrentStatusSchema>;

export function untilCell({ until }: CurrentStatus): Cell {
  return until === null ? cell.word('cleared', 'tone.until-cleared') : cell.instant(until);
}

/** A status message that is set. */
export function statusFields(status: CurrentStatus, locale: Locale): Fields {
  const { message } = status;
  return {
    kind: 'fields',
    rows: [
      { key: 'status', label: 'tone.status-message', value: cell.name(message.id, message.name[locale]) },
      { key: 'text', label: 'tone.status-text', value: cell.name(message.text.ru, message.text[locale]) },
      { key: 'set_at', label: 'tone.status-set-at', value: cell.instant(status.set_at) },
      { key: 'until', label: 'tone.status-end', value: untilCell(status) },
    ],
  };
}
