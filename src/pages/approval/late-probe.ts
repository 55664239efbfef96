import type { ProbeReport } from '../../core/consent/evidence';
import type { PageProbe } from './probe';

/** A probe whose script is fetched when it is needed: whoever only reads the request does without MSAL. */
export interface LateProbe extends PageProbe {
  /** Fetches the script ahead of need. */
  readonly prepare: () => void;
}

/** Where the browser believes in a network, the script is not there any more: a newer version has taken its place. */
const notLoaded = (online: boolean): ProbeReport => ({
  seen: { kind: 'unreachable', what: online ? 'page' : 'network' },
  silentTokenRequests: 0,
});

/** Once loaded, a question goes out before `probe` returns, so that a click's permission reaches the sign-in window. */
export function createLateProbe(load: () => Promise<PageProbe>, online: () => boolean): LateProbe {
  let loaded: PageProbe | undefined;
  let loading: Promise<PageProbe | undefined> | undefined;
  const get = (): Promise<PageProbe | undefined> => {
    loading ??= load().then(
      (probe) => {
        loaded = probe;
        return probe;
      },
      () => {
        // The next question tries again.
        loading = undefined;
        return undefined;
      },
    );
    return loading;
  };
  return {
    prepare: () => void get(),
    async probe(manner, tenant) {
      const probe = loaded ?? (await get());
      return probe === undefined ? notLoaded(online()) : probe.probe(manner, tenant);
    },
    signInHere: async (tenant) => (await get())?.signInHere(tenant) ?? false,
  };
}
