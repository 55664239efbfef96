import { runPendingPromises } from '../../support/manual-clock';

/** What a host's broker answers to one question of MSAL, as it stands in the bridge's JSON. */
export type BridgeAnswer =
  | {
      readonly token: Readonly<Record<string, unknown>>;
      readonly account?: Readonly<Record<string, unknown>>;
    }
  | { readonly error: Readonly<Record<string, unknown>> }
  /** Text that goes to the listener as it is. */
  | { readonly raw: string }
  | 'silence';

export interface BridgeQuestion {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  readonly tokenParams?: {
    readonly clientId: string;
    readonly scope: string;
    readonly authority?: string;
    readonly forceRefresh?: boolean;
  };
}

/**
 * A host's side of nested app authentication: speaks the bridge's own JSON over strings, so that the real MSAL runs
 * against it. Questions are kept; answers come in a later turn, as over a real bridge.
 */
export class HostBridge {
  readonly asked: BridgeQuestion[] = [];
  readonly #listeners = new Set<(message: string) => void>();
  #answer: (question: BridgeQuestion) => BridgeAnswer;
  #knowsInit = true;

  constructor(answer: (question: BridgeQuestion) => BridgeAnswer) {
    this.#answer = answer;
  }

  answers(answer: (question: BridgeQuestion) => BridgeAnswer): void {
    this.#answer = answer;
  }

  /** Whether the broker answers MSAL's first question, who it is. */
  introducesItself(does: boolean): void {
    this.#knowsInit = does;
  }

  get tokensAsked(): readonly BridgeQuestion[] {
    return this.asked.filter(({ method }) => method !== 'GetInitContext');
  }

  addEventListener = (_event: 'message', hear: (message: string) => void): void => {
    this.#listeners.add(hear);
  };

  removeEventListener = (_event: 'message', hear: (message: string) => void): void => {
    this.#listeners.delete(hear);
  };

  postMessage = (message: string): void => {
    const question = JSON.parse(message) as BridgeQuestion;
    this.asked.push(question);
    if (question.method === 'GetInitContext') {
      if (!this.#knowsInit) return;
      this.#send(question, {
        success: true,
        initContext: { sdkName: 'host', sdkVersion: '1.0', capabilities: {} },
      });
      return;
    }
    const answer = this.#answer(question);
    if (answer === 'silence') return;
    if ('raw' in answer) void runPendingPromises().then(() => this.#deliver(answer.raw));
    else this.#send(question, { success: !('error' in answer), ...answer });
  };

  #send(question: BridgeQuestion, body: object): void {
    const text = JSON.stringify({
      messageType: 'NestedAppAuthResponse',
      requestId: question.requestId,
      ...body,
    });
    queueMicrotask(() => {
      this.#deliver(text);
    });
  }

  #deliver(text: string): void {
    for (const hear of this.#listeners) {
      try {
        hear(text);
      } catch {
        // A host does not care what its listeners do with a message that they cannot read.
      }
    }
  }
}

/** An unsigned token with these claims. */
export function tokenOf(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

export const CONTOSO = '7f1c2f6e-3a51-4f0b-9a55-0d1f2f3a4b5c';
export const MIA_OID = '11111111-2222-4333-8444-555555555555';

/** A good answer of the broker for Mia of Contoso. */
export function miasToken(parts: {
  readonly accessToken: string;
  readonly idClaims?: object;
  readonly scope?: string;
}): BridgeAnswer {
  return {
    token: {
      access_token: parts.accessToken,
      id_token: tokenOf({
        tid: CONTOSO,
        oid: MIA_OID,
        preferred_username: 'mia@contoso.example',
        name: 'Mia',
        ...parts.idClaims,
      }),
      expires_in: 3600,
      ...(parts.scope === undefined ? {} : { scope: parts.scope }),
    },
    account: {
      homeAccountId: `${MIA_OID}.${CONTOSO}`,
      environment: 'login.microsoftonline.com',
      tenantId: CONTOSO,
      username: 'mia@contoso.example',
      localAccountId: MIA_OID,
      name: 'Mia',
    },
  };
}
