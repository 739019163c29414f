import { getService } from '../../../contract/operations/services.ts';
import { cell } from '../../render/cells.ts';
import type { Fields, Note } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { categoryName, feeRows, nameCell, relatedCell, type Service } from './fields.ts';
import { chooseService } from './services.ts';
import type { serviceShow } from './spec.ts';

export const run: Run<typeof serviceShow> = async (context, { operands }) => {
  const id = await chooseService(context, operands.service, { question: 'service.which' });
  const client = await context.client();
  const service = await client.call(getService, { params: { service: id } });
  const { locale } = context;
  const category = cell.name(service.category, categoryName(service.category, context));
  return {
    json: { schema: 'service-show/1', ...service },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'service', label: 'service.name', value: nameCell(service, context) },
          {
            key: 'summary',
            label: 'service.summary',
            value: cell.name(service.summary.ru, service.summary[locale]),
          },
          { key: 'category', label: 'field.category', value: category },
          { key: 'state', label: 'service.state', value: cell.serviceState(service.state) },
          ...sinceRows(service),
          ...feeRows(service),
          { key: 'requires', label: 'service.requires', value: relatedCell(service.requires, context) },
          { key: 'conflicts', label: 'service.conflicts', value: relatedCell(service.conflicts, context) },
        ],
      },
    ],
    notes: notes(service),
  };
};

/** Only what has happened. */
function sinceRows({ connected_at, paused_since }: Service): Fields['rows'] {
  const connected = { key: 'connected_at', label: 'service.connected-at' } as const;
  const paused = { key: 'paused_since', label: 'service.paused-since' } as const;
  return [
    ...(connected_at === null ? [] : [{ ...connected, value: cell.instant(connected_at) }]),
    ...(paused_since === null ? [] : [{ ...paused, value: cell.instant(paused_since) }]),
  ];
}

/** What can be done with it. */
function notes({ id, state, open, can_disconnect }: Service): Note[] {
  const params = { id };
  if (state === 'off')
    return open ? [{ key: 'service.next-connect', params }] : [{ key: 'service.archived' }];
  const resumes: Note[] = state === 'paused' ? [{ key: 'service.resumes' }] : [];
  return [...resumes, can_disconnect ? { key: 'service.next-disconnect', params } : { key: 'service.fixed' }];
}
