import { PATHS } from '../../core/api/paths';
import type { Cloud } from '../../core/cloud';
import { proofOf, type PermissionSet } from '../../core/permissions';
import { permissionSetFor } from '../../core/situation';
import type { BrowserKey } from '../requests/browser-key';
import type { Look, Looks } from '../requests/looks';

/** The sign-in at Microsoft with which an administrator looks at the grants: where it begins, and where it comes back. */
export interface LookSignIn {
  /** `browser`: the one that is sent there; in any other, what the look was begun for does not count. */
  begin(
    look: Omit<Look, 'readsGrants'>,
    browser: BrowserKey,
  ): Promise<{ readonly url: string; readonly expiresAtMs: number }>;
  /** The sign-in scopes, and the one that may read grants where the look is the proof. */
  scopesOf(look: Pick<Look, 'readsGrants'>): readonly string[];
  readonly redirectUri: string;
}

const SIGN_IN = ['openid', 'profile'] as const;

/**
 * The authorization code flow with PKCE (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow).
 * After a return nobody is asked anything (`prompt=none`); somebody who confirms by hand chooses the account.
 */
export function createLookSignIn(
  settings: { readonly publicOrigin: string; readonly clientId: string; readonly cloud: Cloud },
  looks: Looks,
  set: PermissionSet,
): LookSignIn {
  const { publicOrigin, clientId, cloud } = settings;
  const redirectUri = new URL(PATHS.consentLook, publicOrigin).href;
  const reader = set.find(({ kind, provesGrants }) => kind === 'delegated' && provesGrants === true);

  const scopesOf = ({ readsGrants }: Pick<Look, 'readsGrants'>): readonly string[] =>
    readsGrants && reader ? [...SIGN_IN, `${cloud.graphOrigin}/${reader.scope}`] : SIGN_IN;

  /**
   * After an approval of everything the application reads for itself. Somebody on our page confirms what may have been
   * approved elsewhere: whichever set it was, it holds the permission that reads.
   */
  const readsGrants = ({ reason, situation }: Pick<Look, 'reason' | 'situation'>): boolean =>
    reader !== undefined &&
    ((situation === undefined && reason !== 'return') ||
      proofOf(permissionSetFor(situation, set)) !== 'application');

  return {
    redirectUri,
    scopesOf,
    async begin(wanted, browser) {
      const look: Look = { ...wanted, readsGrants: readsGrants(wanted) };
      const { state, nonce, codeChallenge, expiresAtMs } = await looks.begin(look, browser);
      const url = new URL(`/${look.tenant ?? 'organizations'}/oauth2/v2.0/authorize`, cloud.loginOrigin);
      for (const [name, value] of Object.entries({
        client_id: clientId,
        response_type: 'code',
        response_mode: 'query',
        redirect_uri: redirectUri,
        scope: scopesOf(look).join(' '),
        state,
        nonce,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
        prompt: look.reason === 'page' ? 'select_account' : 'none',
      })) {
        url.searchParams.set(name, value);
      }
      return { url: url.href, expiresAtMs };
    },
  };
}
