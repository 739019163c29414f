import { command } from '../../spec.ts';

const database = { type: 'text', value: 'URL', summary: 'server.database' } as const;

export const cabinetServe = command({
  words: 'cabinet serve',
  summary: 'server.serve-summary',
  description: 'server.serve-description',
  kind: 'plain',
  operands: {},
  options: {
    database,
    listen: { type: 'text', value: 'HOST:PORT', summary: 'server.listen' },
    tlsCert: { type: 'text', value: 'FILE', complete: 'file', summary: 'server.tls-cert' },
    tlsKey: { type: 'text', value: 'FILE', complete: 'file', summary: 'server.tls-key' },
    settings: { type: 'text', value: 'FILE', complete: 'file', summary: 'server.settings' },
    behindProxy: { type: 'flag', summary: 'server.behind-proxy' },
    acquirer: { type: 'text', value: 'URL', summary: 'server.acquirer' },
    acquirerKeyFile: { type: 'text', value: 'FILE', complete: 'file', summary: 'server.acquirer-key' },
    publicUrl: { type: 'text', value: 'URL', summary: 'server.public-url' },
    smpp: { type: 'text', value: 'URL', summary: 'server.smpp' },
    smppPasswordFile: { type: 'text', value: 'FILE', complete: 'file', summary: 'server.smpp-password' },
    metrics: { type: 'text', value: 'HOST:PORT', summary: 'server.metrics' },
  },
  examples: [
    'LISA_DATABASE_URL=postgres://lisa:secret@db/lisa lisa cabinet serve',
    'lisa cabinet serve --database postgres:///lisa --listen 0.0.0.0:8443 --tls-cert cert.pem --tls-key key.pem',
  ],
});

export const cabinetMigrate = command({
  words: 'cabinet migrate',
  summary: 'server.migrate-summary',
  description: 'server.migrate-description',
  kind: 'data',
  operands: {},
  options: { database, serverRole: { type: 'text', value: 'ROLE', summary: 'server.server-role' } },
  examples: ['lisa cabinet migrate --database postgres:///lisa --server-role lisa_server'],
});

export const cabinetInit = command({
  words: 'cabinet init',
  summary: 'server.init-summary',
  description: 'server.init-description',
  kind: 'data',
  operands: {},
  options: {
    login: { type: 'text', value: 'LOGIN', summary: 'server.init-login-option' },
    name: { type: 'text', value: 'NAME', summary: 'server.init-name-option' },
    office: { type: 'text', value: 'OFFICE', summary: 'server.init-office-option' },
    database,
  },
  examples: [
    'lisa cabinet init --database postgres:///lisa',
    "lisa cabinet init --login admin --name 'Anna Orlova' --office 'Head office' --json",
  ],
});

export const cabinetBill = command({
  words: 'cabinet bill',
  summary: 'server.bill-summary',
  description: 'server.bill-description',
  kind: 'data',
  operands: {},
  options: {
    database,
    until: { type: 'day', value: 'TIME', summary: 'server.until' },
    dryRun: { type: 'flag', summary: 'server.dry-run' },
    settings: { type: 'text', value: 'FILE', complete: 'file', summary: 'server.settings' },
  },
  examples: [
    'lisa cabinet bill --database postgres:///lisa',
    'lisa cabinet bill --until 2026-12-31T21:00:00Z --dry-run --json',
  ],
});

export const cabinetVerify = command({
  words: 'cabinet verify',
  summary: 'server.verify-summary',
  description: 'server.verify-description',
  kind: 'data',
  operands: {},
  options: { database },
  examples: ['lisa cabinet verify --database postgres:///lisa', 'lisa cabinet verify --json'],
});

export const cabinetMessages = command({
  words: 'cabinet messages',
  summary: 'server.messages-summary',
  description: 'server.messages-description',
  kind: 'data',
  operands: {},
  options: {
    to: { type: 'msisdn', value: 'NUMBER', summary: 'server.messages-to' },
    limit: { type: 'integer', value: 'N', minimum: 1, maximum: 10_000, summary: 'server.messages-limit' },
    database,
  },
  examples: ['lisa cabinet messages --to 9001234567', 'lisa cabinet messages --limit 1000 --json'],
});
