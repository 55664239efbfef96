import type { GrantScreenModel } from '../../core/granting/screen-model';
import { FactList, type Fact } from './fact-list';
import { useGrant } from './grant-context';

/** What support needs to find the case at Microsoft. */
export function DetailsCard({ details }: { readonly details: NonNullable<GrantScreenModel['details']> }) {
  const { words } = useGrant();
  const { code, correlationId } = details;
  const facts: readonly Fact[] = [
    ...(code === undefined ? [] : [{ name: words.face('details.code'), value: code, look: 'code' } as const]),
    ...(correlationId === undefined
      ? []
      : [{ name: words.face('details.correlation-id'), value: correlationId, look: 'code' } as const]),
  ];
  return <FactList title={words.face('details.title')} facts={facts} />;
}
