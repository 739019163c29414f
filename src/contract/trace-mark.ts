/**
 * How text may stand in a trace, which is handed to support; text without a mark never does. `closed`: as it is while it fits
 * its pattern · `id`: as it is while it looks like the id of something that is for sale or was done · `words`: the
 * operator's own words · `msisdn`, `account`, `login`: a stand-in, the same all through a trace.
 */
export type TraceMark = 'closed' | 'id' | 'words' | 'msisdn' | 'account' | 'login';

/** Where a schema has its mark. */
export const TRACE = 'x-trace';
