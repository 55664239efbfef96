import { signInMayCure } from '../../../src/core/consent/click-cures';
import { judge } from '../../../src/core/consent/judge';
import { PERMISSION_SET } from '../../../src/core/permission-set';
import { ManualClock } from '../../support/manual-clock';
import type { MsalClient } from '../../../src/adapters/msal/client';
import { createStandIn } from '../../../src/adapters/msal/stand-in';
import { createTokens } from '../../../src/adapters/msal/tokens';
import { HostBridge, type BridgeAnswer, type BridgeQuestion } from './host-bridge';
import { probeOf, SignIn, signsInThroughThePage } from './sign-in';

/*
 * F3: a host's broker that says nothing, to one question or to all: for good, or for a while. Whoever stands before it must
 * come past it.
 */

signsInThroughThePage();

const NOBODY = {
  error: 'login_required',
  error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
};

class Desk {
  readonly clock = new ManualClock();
  readonly signIn = new SignIn();
  readonly bridge: HostBridge;
  readonly probe: ReturnType<typeof probeOf>;
  opened = 0;

  constructor(answer: (question: BridgeQuestion) => BridgeAnswer = () => 'silence') {
    this.bridge = new HostBridge(answer);
    Object.assign(window, { nestedAppAuthBridge: this.bridge });
    this.signIn.answersInFrames();
    window.open = () => {
      this.opened += 1;
      return this.signIn.window();
    };
    this.probe = probeOf(this.clock);
  }

  /** Somebody is signed in only after they have been at a window. */
  knowsNobodyYet(): this {
    this.signIn.refuses = ({ searchParams }) => (searchParams.get('prompt') === 'none' ? NOBODY : undefined);
    return this;
  }

  /** Asks in silence, and lets the time pass that the broker is given for its answer. */
  async asksInVain(): Promise<Awaited<ReturnType<typeof this.probe.probe>>> {
    const asked = this.probe.probe('silent');
    await this.clock.advance(15_000);
    return asked;
  }
}

const NEVER_READY = 'that never introduces itself';

describe.each([['that answers no question for a token'], [NEVER_READY]])('F3: a broker %s', (kind) => {
  const deskOf = (): Desk => {
    const desk = new Desk();
    desk.bridge.introducesItself(kind !== NEVER_READY);
    return desk;
  };

  test('gives way to the browser’s own way in silence', async () => {
    const desk = deskOf();
    expect(await desk.asksInVain()).toMatchObject({ seen: { kind: 'service' } });
    expect(desk.opened).toBe(0);
    expect(desk.clock.pending).toBe(0);
  });

  test('and nobody is signed in beside it: it is the host that does not answer, and signing in is offered', async () => {
    const desk = deskOf().knowsNobodyYet();
    const report = await desk.asksInVain();
    expect(report.seen).toEqual({ kind: 'unreachable', what: 'host' });
    const verdict = judge(report, PERMISSION_SET);
    expect(verdict).toMatchObject({ kind: 'unknown', cause: 'host-unavailable' });
    expect(signInMayCure(verdict)).toBe(true);
    expect(desk.clock.pending).toBe(0);
  });

  test('the click opens a window of the browser at once, and the next question waits for nobody', async () => {
    const desk = deskOf().knowsNobodyYet();
    await desk.asksInVain();
    const before = desk.bridge.asked.length;
    const clicked = desk.probe.probe('interactive');
    // Nothing has been awaited: the window opens while the click's permission lasts.
    expect(desk.opened).toBe(1);
    expect((await clicked).seen.kind).toBe('service');
    expect((await desk.probe.probe('silent')).seen.kind).toBe('service');
    expect(desk.bridge.asked).toHaveLength(before);
    expect(desk.clock.pending).toBe(0);
  });

  test('that answers again is asked again, as long as nobody had to sign in past it', async () => {
    const desk = deskOf().knowsNobodyYet();
    await desk.asksInVain();
    desk.bridge.introducesItself(true);
    desk.bridge.answers(() => ({ error: { status: 'NO_NETWORK', code: 'x', description: 'offline' } }));
    expect((await desk.probe.probe('silent')).seen).toEqual({ kind: 'unreachable', what: 'network' });
    expect(desk.clock.pending).toBe(0);
  });
});

describe('F3, F29: a broker that asks for a click and says nothing to it', () => {
  const deskOf = (): Desk =>
    new Desk(({ method }) =>
      method === 'GetToken'
        ? { error: { status: 'USER_INTERACTION_REQUIRED', code: '2', description: 'OneAuth' } }
        : 'silence',
    );

  test('the second click is not its again: a window of the browser opens', async () => {
    const desk = deskOf();
    await desk.probe.probe('silent');
    void desk.probe.probe('interactive');
    const second = desk.probe.probe('interactive');
    expect((await second).seen.kind).toBe('service');
    expect(desk.opened).toBe(1);
    expect(desk.bridge.tokensAsked.filter(({ method }) => method === 'GetTokenPopup')).toHaveLength(1);
  });

  test('15.3: while the broker has the click, the script of the browser’s own way is fetched for the next one', async () => {
    const clock = new ManualClock();
    let isFetched = false;
    const standIn = createStandIn({
      standard: () => {
        isFetched = true;
        return Promise.reject(new Error('The network is cut.'));
      },
    });
    const client: MsalClient = {
      kind: 'nested',
      knowsAccount: () => true,
      silent: () => Promise.reject(new Error('Nobody asks in silence here.')),
      popup: () => new Promise(() => undefined),
    };
    const question = { client, authority: '', mailAddress: undefined, silentTokenRequests: 0 };
    const clicked = createTokens({ standIn, clock, online: () => true }).popup(question, []);
    expect(isFetched).toBe(true);
    await clock.advance(10 * 60_000);
    expect(await clicked).toMatchObject({ ok: false, seen: { kind: 'unreachable', what: 'host' } });
  });

  test('after ten minutes nothing opens by itself; the next click opens a window of the browser', async () => {
    const desk = deskOf();
    await desk.probe.probe('silent');
    const first = desk.probe.probe('interactive');
    await desk.clock.advance(10 * 60_000);
    expect((await first).seen).toEqual({ kind: 'unreachable', what: 'host' });
    expect(desk.opened).toBe(0);
    expect((await desk.probe.probe('interactive')).seen.kind).toBe('service');
    expect(desk.opened).toBe(1);
    expect(desk.clock.pending).toBe(0);
  });
});

test('15.3: where neither the broker answers nor the script of the browser’s own way comes, the broker’s word is told', async () => {
  const clock = new ManualClock();
  const standIn = createStandIn({ standard: () => new Promise(() => undefined) });
  const client: MsalClient = {
    kind: 'nested',
    knowsAccount: () => true,
    silent: () => new Promise(() => undefined),
    popup: () => new Promise(() => undefined),
  };
  const question = { client, authority: '', mailAddress: undefined, silentTokenRequests: 0 };
  const asked = createTokens({ standIn, clock, online: () => true }).silent(question, []);
  await clock.advance(15_000);
  await clock.advance(15_000);
  expect(await asked).toMatchObject({ ok: false, seen: { kind: 'unreachable', what: 'host' } });
  expect(clock.pending).toBe(0);
});

test('F3: a broker that has no account, not even after its window, gives way to a window of the browser', async () => {
  const desk = new Desk(() => ({
    error: { status: 'ACCOUNT_UNAVAILABLE', code: 'x', description: 'nobody' },
  }));
  expect((await desk.probe.probe('silent')).seen).toEqual({ kind: 'no-account' });
  expect((await desk.probe.probe('interactive')).seen.kind).toBe('service');
  expect(desk.opened).toBe(1);
});

test('without a network a silent broker is not to blame, and nobody else is asked', async () => {
  const clock = new ManualClock();
  const signIn = new SignIn();
  signIn.answersInFrames();
  Object.assign(window, { nestedAppAuthBridge: new HostBridge(() => 'silence') });
  const asked = probeOf(clock, 'mia@contoso.example', () => false).probe('silent');
  await clock.advance(15_000);
  expect((await asked).seen).toEqual({ kind: 'unreachable', what: 'network' });
  expect(signIn.authorized).toEqual([]);
});
