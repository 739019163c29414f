import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { operations } from '../../../src/contract/index.ts';
import { openStore } from '../../support/engines.ts';
import { ask } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';

interface Described {
  operationId: string;
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
  parameters?: { name: string; in: string; required: boolean }[];
  security?: Record<string, unknown>[];
}

describe('the OpenAPI document', () => {
  let store: Store;
  let cabinet: RunningCabinet;
  let document: { openapi: string; paths: Record<string, Record<string, Described>> };
  beforeAll(async () => {
    store = await openStore('postgresql');
    const clock = { offset: () => 0, act: () => {}, advance: async () => {}, reset: async () => {} };
    cabinet = await startCabinet(store, { sandbox: { controlToken: 'control', clock } });
    document = (await ask(cabinet, '/v1/openapi.json')).body;
  });
  afterAll(async () => {
    await cabinet.stop();
    await store.close();
  });

  const described = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const find = (id: string) => described().find((operation) => operation.operationId === id);

  it('describes every operation of the contract and nothing else', () => {
    const ids = described().map((operation) => operation.operationId);
    expect(ids.sort()).toEqual(Object.keys(operations).sort());
  });

  it('names every code of an operation under its status', () => {
    const responses = find('switchTariff')?.responses ?? {};
    expect(responses['409']?.description).toContain('insufficient_funds');
    expect(responses['401']?.description).toContain('session_idle');
    expect(responses['422']?.description).toContain('idempotency_key_reused');
    expect(Object.keys(responses['409']?.content ?? {})).toEqual(['application/problem+json']);
  });

  it('asks for a token and an idempotency key where the server does', () => {
    const header = find('blockSim')?.parameters?.find((parameter) => parameter.in === 'header');
    expect(header).toMatchObject({ name: 'idempotency-key', required: true });
    expect(find('blockSim')?.security).toEqual([{ session: [] }]);
    expect(find('createSession')?.security).toEqual([]);
  });

  it('asks members of the staff for their own token, and may be told why', () => {
    const header = find('getMember')?.parameters?.find((parameter) => parameter.in === 'header');
    expect(header).toMatchObject({ name: 'lisa-reason' });
    expect(header?.required ?? false).toBe(false);
    for (const id of ['getMember', 'deleteStaffSession']) expect(find(id)?.security).toEqual([{ staff: [] }]);
    const responses = find('createMember')?.responses ?? {};
    expect(responses['403']?.description).toContain('role_forbidden');
    expect(responses['403']?.description).toContain('enrolment_required');
    expect(responses['409']?.description).toContain('member_exists');
    expect(responses['422']?.description).toContain('idempotency_key_reused');
  });

  it('offers call detail as a page and as a stream', () => {
    const content = find('listUsage')?.responses['200']?.content ?? {};
    expect(Object.keys(content)).toEqual(['application/json', 'application/x-ndjson']);
  });

  it('passes the linter', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lisa-openapi-'));
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(document));
    const lint = ['node_modules/.bin/redocly', 'lint', file, '--config', 'redocly.yaml', '--format', 'json'];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { stdout } = await promisify(execFile)(process.execPath, lint, { env });
    await rm(folder, { recursive: true });
    expect(JSON.parse(stdout).problems).toEqual([]);
  });
});
