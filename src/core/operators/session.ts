import type { Asked, SignInReport, WhyNot } from './asked';
import { readCounts, readFirstPage } from './list';
import { NO_LIST, type OperatorsState, type OperatorsStep } from './state';

/** The service is asked for nothing before somebody has signed in. */
export function takeSignIn(state: OperatorsState, report: SignInReport): OperatorsStep {
  const { phase } = state.session;
  if (phase !== 'looking' && phase !== 'signing-in') return [state, []];
  if (!report.ok) {
    // That nobody was found in silence is nothing to speak of: the button is there.
    const because = phase === 'looking' ? undefined : report;
    return [{ ...state, session: { phase: 'signed-out', because } }, []];
  }
  const [reading, effects] = readFirstPage({
    ...state,
    session: { phase: 'signed-in', after: state.asked, byClick: phase === 'signing-in' },
  });
  const [counting, more] = readCounts(reading);
  return [counting, [...effects, ...more]];
}

/** Within a click: Microsoft's window opens before the event has been dealt with. */
export function signIn(state: OperatorsState): OperatorsStep {
  const { phase } = state.session;
  if (phase !== 'signed-out' && phase !== 'not-operator') return [state, []];
  return [{ ...state, session: { phase: 'signing-in' } }, [{ do: 'sign-in', manner: 'popup' }]];
}

/**
 * Whoever is not signed in any more, or lacks the role, sees nothing of the organisations: the page is emptied. The
 * query stays, for they may come back. Undefined for any other answer.
 */
export function shutOut(state: OperatorsState, answer: Asked<unknown>): OperatorsStep | undefined {
  const session = answer.ok ? undefined : sessionAfter(answer.why);
  if (session === undefined) return undefined;
  return [
    {
      session,
      query: state.query,
      list: NO_LIST,
      counts: { asking: { phase: 'idle' } },
      csv: { phase: 'none' },
      asked: state.asked,
    },
    [
      { do: 'cancel', timer: 'typing' },
      { do: 'cancel', timer: 'page' },
      { do: 'cancel', timer: 'counts' },
      { do: 'cancel', timer: 'tenant' },
    ],
  ];
}

function sessionAfter(why: WhyNot): OperatorsState['session'] | undefined {
  if (why === 'signed-out') return { phase: 'signed-out', because: 'expired' };
  return why === 'not-operator' ? { phase: 'not-operator' } : undefined;
}
