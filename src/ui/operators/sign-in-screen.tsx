import { makeStyles, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OperatorsEvent } from '../../core/operators/event';
import type { Session } from '../../core/operators/state';
import { tokens } from '../theme-tokens';
import { Button } from './button';
import { Brand } from './brand';
import { NOT_OPERATOR, refusedSignIn, SIGN_IN } from './words';

const useStyles = makeStyles({
  // The measures of the shell (src/pages/shell/shell.css), so that nothing jumps when it gives way.
  page: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '640px',
    minHeight: '100vh',
    margin: '0 auto',
    padding: '16px 20px',
    '@media (min-width: 640px)': { paddingBlock: '40px' },
  },
  main: { paddingBlockStart: '20px', '@media (min-width: 640px)': { paddingBlockStart: '36px' } },
  title: {
    margin: 0,
    fontSize: '22px',
    lineHeight: '28px',
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    textWrap: 'balance',
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '4px' },
    '@media (min-width: 640px)': { fontSize: '28px', lineHeight: '36px' },
  },
  lead: {
    margin: '8px 0 0',
    lineHeight: '21px',
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
    '@media (min-width: 640px)': { fontSize: '15px', lineHeight: '23px' },
  },
  told: { margin: '16px 0 0', color: tokens.colorNeutralForeground1 },
  act: { marginBlockStart: '24px' },
  wait: { justifyContent: 'flex-start', marginBlockStart: '24px' },
});

interface SignInScreenProps {
  readonly session: Exclude<Session, { phase: 'signed-in' }>;
  readonly send: (event: OperatorsEvent) => void;
}

/** Before anything is shown: who is it? One thing to do at a time. */
export function SignInScreen({ session, send }: SignInScreenProps) {
  const styles = useStyles();
  const { title, lead } = session.phase === 'not-operator' ? NOT_OPERATOR : SIGN_IN;
  return (
    <div className={styles.page}>
      <Brand />
      <main className={styles.main}>
        <h1 className={styles.title} data-screen-title="">
          {title}
        </h1>
        <p className={styles.lead}>{lead}</p>
        {told(session) !== undefined && (
          <p className={styles.told} role="alert">
            {told(session)}
          </p>
        )}
        {next()}
      </main>
    </div>
  );

  function next(): ReactNode {
    switch (session.phase) {
      case 'looking':
        return <Spinner className={styles.wait} size="tiny" label={SIGN_IN.looking} />;
      // The button keeps its place and the focus while Microsoft's window is open.
      case 'signing-in':
      case 'signed-out':
      case 'not-operator':
        return (
          <Button
            className={styles.act}
            appearance="primary"
            size="large"
            disabledFocusable={session.phase === 'signing-in'}
            onClick={() => send({ type: 'sign-in-asked' })}
          >
            {BUTTONS[session.phase]}
          </Button>
        );
      default:
        return session satisfies never;
    }
  }
}

const BUTTONS = {
  'signed-out': SIGN_IN.button,
  'signing-in': SIGN_IN.signingIn,
  'not-operator': NOT_OPERATOR.button,
} as const;

function told(session: SignInScreenProps['session']): string | undefined {
  if (session.phase !== 'signed-out' || session.because === undefined) return undefined;
  return session.because === 'expired' ? SIGN_IN.expired : refusedSignIn(session.because);
}
