import { type ChartToReview, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { useGo } from '../router/use-place.ts';
import { type Column, DateText, EmptyState, FailedState, Grid, Page } from '../ui/index.ts';

const columns: readonly Column<ChartToReview>[] = [
  { id: 'record', heading: 'Record', width: '1fr', cell: ({ recordNumber }) => recordNumber },
  {
    id: 'date',
    heading: 'Date of service',
    width: 140,
    cell: ({ serviceDate }) => <DateText date={serviceDate} />,
  },
  { id: 'by', heading: 'Practitioner', width: '2fr', wide: true, cell: ({ practitioner }) => practitioner },
];

/** Charts to be coded a second time, without the first codes; why each was drawn is not told. */
export default function SecondLookPage() {
  const read = useRead(routes.listReviews, {});
  const go = useGo();
  const resting = read.data?.resting ?? 0;
  return (
    <Page
      title="Second look"
      detail={
        resting > 0
          ? `${resting} more rest until tomorrow`
          : 'Charts drawn by chance, coded again with fresh eyes'
      }
    >
      {read.error && !read.data ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Charts for a second look"
          inline
          rows={read.data?.due}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={({ id }) => go(`/second-look/${id}`)}
          empty={
            <EmptyState title="No chart waits." hint="A few are drawn each night from what was coded." />
          }
        />
      )}
    </Page>
  );
}
