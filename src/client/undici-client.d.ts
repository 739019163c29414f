/** The one class of undici that a run without a proxy needs; loading the whole package costs 30 ms more. */
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici';
  export default Client;
}

/** What makes its connections, for a run that measures them. */
declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici';
  export default buildConnector;
}
