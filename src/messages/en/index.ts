import { balance } from './balance.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';

/** The source catalogue. One file per area; keys start with the area's name. */
export const en = { ...common, ...errors, ...balance } as const;
