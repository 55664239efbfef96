import type { ApprovalScreenModel } from '../../core/approval/screens/model';
import { Disclosure } from '../components/disclosure';
import { FactList, Facts, type Fact } from './fact-list';
import { useApproval } from './approval-context';

interface DetailsCardProps {
  readonly details: NonNullable<ApprovalScreenModel['details']>;
  /** Behind its heading: nothing is wrong, and a code that stands open looks as if something were. */
  readonly quiet: boolean;
}

/** What support needs to find the case at Microsoft. */
export function DetailsCard({ details, quiet }: DetailsCardProps) {
  const { words } = useApproval();
  const { code, correlationId } = details;
  const title = words.label('details.title');
  const facts: readonly Fact[] = [
    ...(code === undefined
      ? []
      : [{ name: words.label('details.code'), value: code, look: 'code' } as const]),
    ...(correlationId === undefined
      ? []
      : [{ name: words.label('details.correlation-id'), value: correlationId, look: 'code' } as const]),
  ];
  return quiet ? (
    <Disclosure title={title}>
      <Facts facts={facts} />
    </Disclosure>
  ) : (
    <FactList title={title} facts={facts} />
  );
}
