import type { Slip } from '../../src/cli/staff/slip.ts';

/** A slip of usual words. */
export function slipFor(
  wanted: Partial<Slip['credentials']> = {},
  cabinet = 'https://lisa.example.ru',
): Slip {
  return {
    cabinet,
    credentials: {
      account_id: '100200300',
      contract_number: 'Д-2026/11-00017',
      holder: 'Иванова Анна Сергеевна',
      msisdn: '9001234567',
      network_login: 'ivanova.anna',
      tariff: { tariff_id: 'lisa-300', name: { ru: 'Лиса 300', en: 'Lisa 300' } },
      region: { code: 'perm', name: { ru: 'Пермский край', en: 'Perm' } },
      office: 'Пермь, Ленина 5',
      issued_at: '2026-11-22T21:03:00+05:00',
      one_time_password: 'kzmt-wqdh-bnrx',
      one_time_password_expires_at: '2026-11-23T21:03:00+05:00',
      ...wanted,
    },
  };
}

/** Everything as long as the cabinet allows. */
export function longestSlip(): Slip {
  return slipFor(
    {
      account_id: '987654321012',
      contract_number: 'Щ'.repeat(30),
      holder: 'Ы'.repeat(100),
      network_login: 'w'.repeat(32),
      tariff: { tariff_id: 'x', name: { ru: 'Безлимитный семейный '.repeat(3), en: 'x' } },
      office: 'Екатеринбург, проспект Космонавтов, 145, корпус 2, второй этаж. '.repeat(3).slice(0, 100),
    },
    `https://${'kabinet.'.repeat(10)}example.ru:8443`,
  );
}
