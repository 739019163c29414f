import { openPostgresql } from '../../src/cabinet/storage/postgresql.ts';
import { seededRandom } from './random.ts';
import { runSql } from './sql.ts';
import { addSubscriber } from './subscribers.ts';

/** `node add-subscriber.ts postgres://…`: puts a subscriber, with a region, into a database that is in use. */
const [, , url = ''] = process.argv;
await runSql(
  url,
  `insert into regions (region_id, code, name_ru, name_en, time_zone)
    values (66, 'of-tests', 'Область', 'Region', 'Asia/Yekaterinburg')`,
);
const store = openPostgresql({ url, random: seededRandom('import'), onConnectionError: () => {} });
await addSubscriber(store, { wallet: 50_00n });
await store.close();
