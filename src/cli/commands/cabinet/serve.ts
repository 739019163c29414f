import { UsageError } from '../../errors.ts';
import { nothing } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { databaseOf, mended, pathOf } from './setup.ts';
import type { cabinetServe } from './spec.ts';

const DEFAULT_LISTEN = '127.0.0.1:8080';

export const run: Run<typeof cabinetServe> = async (context, { options }) => {
  if ((options.tlsCert === undefined) !== (options.tlsKey === undefined))
    throw new UsageError('server.tls-halves');
  const cards = [options.acquirer, options.acquirerKeyFile, options.publicUrl];
  if (cards.includes(undefined) && cards.some((given) => given !== undefined))
    throw new UsageError('server.acquirer-parts');
  if ((options.smpp === undefined) !== (options.smppPasswordFile === undefined))
    throw new UsageError('server.smpp-halves');
  const port = await context.host.cabinet();
  mended(
    await port.serve({
      database: databaseOf(context, options.database),
      listen: options.listen ?? DEFAULT_LISTEN,
      tlsCert: pathOf(context, options.tlsCert),
      tlsKey: pathOf(context, options.tlsKey),
      settingsFile: pathOf(context, options.settings),
      behindProxy: options.behindProxy,
      acquirer: options.acquirer,
      acquirerKeyFile: pathOf(context, options.acquirerKeyFile),
      publicUrl: options.publicUrl,
      smpp: options.smpp,
      smppPasswordFile: pathOf(context, options.smppPasswordFile),
      metrics: options.metrics,
      log: context.host.stdout,
      onReady(url, metrics) {
        context.say('server.ready', { url });
        if (metrics !== undefined) context.say('server.metrics-ready', { url: metrics });
      },
    }),
  );
  return { ...nothing, notes: [{ key: 'server.stopped' }] };
};
