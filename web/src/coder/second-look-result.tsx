import { Button } from '@mantine/core';
import { type ReviewComparison, routes } from '@superbill/contract';
import { useChange } from '../api/index.ts';
import { Facts, Money, PageLink, Panel, ProblemNote, toast } from '../ui/index.ts';

/** How two looks at one chart compare, without saying which is right. */
export function SecondLookResult({
  reviewId,
  comparison,
}: {
  reviewId: string;
  comparison: ReviewComparison;
}) {
  const { agreed, onlyFirst, onlySecond, sameFirstListed, differenceCents, lookedUp, mayCorrect } =
    comparison;
  const correct = useChange(routes.correctReviewed, {
    invalidates: [routes.listEncounters, routes.readEncounter],
    onDone: () => toast({ message: 'The visit is back at the coding desk.' }),
  });
  const same = onlyFirst.length + onlySecond.length === 0;
  const listed = (codes: readonly string[]) => codes.join(', ') || 'none';
  return (
    <Panel title={same ? 'Both looks agree' : 'The looks differ'}>
      <Facts
        facts={[
          ['Both looks', listed(agreed)],
          ['Only the first look', listed(onlyFirst)],
          ['Only the second look', listed(onlySecond)],
          ['First-listed', sameFirstListed ? 'the same' : 'differs'],
          ['Charges on codes that differ', <Money key="money" amount={differenceCents} />],
        ]}
      />
      {lookedUp && <p>The coded visit was opened before this look, so it is kept and not counted.</p>}
      <ProblemNote problem={correct.error} />
      {mayCorrect && !correct.isSuccess && (
        <Button
          variant="default"
          loading={correct.isPending}
          onClick={() => correct.mutate({ params: { reviewId } })}
        >
          Give the visit back for a correction
        </Button>
      )}
      <p>
        <PageLink to="/second-look">To the charts that wait</PageLink>
      </p>
    </Panel>
  );
}
