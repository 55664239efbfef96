import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, type CSSProperties, type ReactNode } from 'react';
import { paletteFor } from './office-theme';
import type { OutlookTheme } from '../core/theme-kind';
import type { Direction, Language } from './strings/language';
import { tokens } from './theme-tokens';

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    WebkitFontSmoothing: 'antialiased',
    // Japanese has no blanks to break at: between phrases where the browser can tell them, and never before a small kana.
    wordBreak: 'auto-phrase',
    lineBreak: 'strict',
  },
});

interface ThemeRootProps {
  readonly theme: OutlookTheme;
  readonly language: Language;
  readonly direction: Direction;
  readonly children: ReactNode;
}

/** The theme's colours as CSS variables on one element, and the language on the page. */
export function ThemeRoot({ theme, language, direction, children }: ThemeRootProps) {
  const styles = useStyles();
  const palette = useMemo(() => paletteFor(theme), [theme]);
  const variables = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(palette).map(([name, value]) => [`--${name}`, value]),
      ) as CSSProperties,
    [palette],
  );
  useEffect(() => {
    const { documentElement, body } = document;
    documentElement.lang = language;
    documentElement.dir = direction;
    documentElement.style.colorScheme =
      theme.kind === 'dark' ? 'dark' : theme.kind === 'light' ? 'light' : 'light dark';
    // Behind the pane: scrolling past the end must not show another colour.
    body.style.backgroundColor = palette.colorNeutralBackground1;
  }, [language, direction, theme, palette]);
  return (
    <div className={styles.root} style={variables}>
      {children}
    </div>
  );
}
