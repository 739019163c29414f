import { formatDuration } from '../../../shared/duration.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { RunningSandbox, SandboxStatus } from '../../sandbox-port.ts';

/** A sandbox as JSON; its control token is a secret and never shown. */
export function sandboxJson(sandbox: SandboxStatus): Record<string, unknown> {
  const running = sandbox.state === 'running' ? sandbox : undefined;
  return {
    state: sandbox.state,
    url: running?.url ?? null,
    pid: sandbox.state === 'stopped' ? null : sandbox.pid,
    data_dir: sandbox.dataDir,
    started_at: running?.startedAt.toISOString() ?? null,
    version: running?.version ?? null,
    data_version: running?.dataVersion ?? null,
  };
}

/** A sandbox as it is shown to people. */
export function sandboxFields(sandbox: SandboxStatus): Fields {
  const state = {
    key: 'state',
    label: 'field.state',
    value: cell.word(sandbox.state, `sandbox.state-${sandbox.state}`),
  } as const;
  const folder = {
    key: 'data_dir',
    label: 'sandbox.data-dir',
    value: cell.text(sandbox.dataDir),
  } as const;
  if (sandbox.state === 'stopped') return { kind: 'fields', rows: [state, folder] };
  const pid = { key: 'pid', label: 'sandbox.pid', value: cell.text(String(sandbox.pid)) } as const;
  if (sandbox.state === 'starting') return { kind: 'fields', rows: [state, pid, folder] };
  return { kind: 'fields', rows: [state, ...runningRows(sandbox), pid, folder] };
}

function runningRows({ url, startedAt }: RunningSandbox): Fields['rows'] {
  return [
    { key: 'url', label: 'sandbox.url', value: cell.text(url) },
    { key: 'started_at', label: 'sandbox.started-at', value: cell.instant(startedAt.toISOString()) },
  ];
}

/** The calendar of the sandbox as it is shown to people. */
export function clockFields(clock: { now: string; offset_seconds: number }): Fields {
  return {
    kind: 'fields',
    rows: [
      { key: 'now', label: 'sandbox.now', value: cell.instant(clock.now) },
      {
        key: 'offset',
        label: 'sandbox.offset',
        value: cell.text(formatDuration(clock.offset_seconds)),
      },
    ],
  };
}
