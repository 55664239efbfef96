import {
  STATIC_CHECKS,
  build,
  bundle,
  emptyDatabase,
  licences,
  lineOf,
  manifest,
  runCheck,
  runTogether,
  unit,
  type Ended,
} from './checks';

/** `npm run check`: static checks side by side, then the unit tests, then the build with its manifest and database, and its size. */
async function main(): Promise<boolean> {
  const tell = (ended: Ended): void => {
    console.log(lineOf(ended));
    if (!ended.ok) console.log(ended.output);
  };
  const all = [...(await runTogether(STATIC_CHECKS, 2, tell))];
  for (const check of [unit, build, manifest, licences, emptyDatabase, bundle]) {
    const ended = await runCheck(check, false);
    tell(ended);
    all.push(ended);
  }
  return all.every((ended) => ended.ok);
}

main().then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
