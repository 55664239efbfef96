/** Longer than any request that is under way, shorter than an orchestrator's patience (30 seconds in Kubernetes). */
const STOP_LIMIT_MS = 15_000;

/** Calls `stop` once, at SIGTERM or SIGINT, and ends the process after it. A second signal ends it at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
