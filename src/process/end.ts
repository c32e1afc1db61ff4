import { StartProblem } from '../start-problem.ts';

const SAME_KEY_PRESS_MS = 500;

/**
 * SIGTERM, SIGINT and SIGHUP end the process in good order by `stop`; another one ends it at once. Ctrl-C under npm arrives
 * twice, from the terminal and from npm, so one that follows within half a second is the same.
 */
export function onSignal(stop: () => Promise<void>): void {
  let since: number | undefined;
  const end = (): void => {
    if (since !== undefined && performance.now() - since > SAME_KEY_PRESS_MS) process.exit(1);
    if (since !== undefined) return;
    since = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        fail(error);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

/** Ends the process with one line on stderr. A defect's stack goes nowhere: whoever starts a server reads a sentence. */
export function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.trim().replaceAll(/\s*\n\s*/g, ' ');
  process.stderr.write(`${error instanceof StartProblem ? line : `The portal cannot go on: ${line}`}\n`);
  process.exit(1);
}
