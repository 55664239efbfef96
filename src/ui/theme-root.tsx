import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, type CSSProperties, type ReactNode } from 'react';
import { fluentThemeFor, type OutlookTheme } from './office-theme';
import type { Direction, Language } from './strings/language';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    WebkitFontSmoothing: 'antialiased',
  },
});

interface ThemeRootProps {
  readonly theme: OutlookTheme;
  readonly language: Language;
  readonly direction: Direction;
  readonly children: ReactNode;
}

/**
 * Fluent's theme as CSS variables on one element, and the language on the page. FluentProvider would do the same and
 * bring keyboard polyfills and style merging that this pane does not use: 9 KB before the verdict.
 */
export function ThemeRoot({ theme, language, direction, children }: ThemeRootProps) {
  const styles = useStyles();
  const fluentTheme = useMemo(() => fluentThemeFor(theme), [theme]);
  const variables = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(fluentTheme).map(([name, value]) => [`--${name}`, value]),
      ) as CSSProperties,
    [fluentTheme],
  );
  useEffect(() => {
    const { documentElement, body } = document;
    documentElement.lang = language;
    documentElement.dir = direction;
    documentElement.style.colorScheme =
      theme.kind === 'dark' ? 'dark' : theme.kind === 'light' ? 'light' : 'light dark';
    // Behind the pane: scrolling past the end must not show another colour.
    body.style.backgroundColor = fluentTheme.colorNeutralBackground1;
  }, [language, direction, theme, fluentTheme]);
  return (
    <div className={styles.root} style={variables}>
      {children}
    </div>
  );
}
