import { Button as FluentButton, type ButtonProps } from '@fluentui/react-components';
import type { Ref } from 'react';
import { useFocusHeir } from '../components/use-focus-heir';

/** Fluent's button. When it goes and has the focus, what follows it inherits that, inside the dialog that it stands in. */
export function Button(props: ButtonProps) {
  // Fluent's type leaves it open whether this is a link, and so takes the reference of neither.
  const ref = useFocusHeir(dialogOrPage) as Ref<never>;
  return <FluentButton {...props} ref={ref} />;
}

const dialogOrPage = (going: HTMLElement): ParentNode =>
  going.closest('[role="dialog"], [role="alertdialog"]') ?? document;
