import { Button, Group, Modal, SegmentedControl, Select, Textarea } from '@mantine/core';
import {
  type BrokenGlass,
  type GlassOutcome,
  glassOutcomeNames,
  glassOutcomes,
  glassReasonNames,
  roleNames,
  routes,
} from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead, useSession } from '../api/index.ts';
import {
  type Column,
  EmptyState,
  FailedState,
  Grid,
  InstantText,
  Page,
  ProblemNote,
  toast,
} from '../ui/index.ts';

const columns: Column<BrokenGlass>[] = [
  { id: 'at', heading: 'When', width: 174, cell: (g) => <InstantText at={g.openedAt} /> },
  { id: 'who', heading: 'Who', width: '1fr', cell: (g) => `${g.user.name} (${roleNames[g.hat]})` },
  { id: 'record', heading: 'Record', width: 110, wide: true, cell: (g) => g.recordNumber },
  { id: 'why', heading: 'Why', width: '1fr', wide: true, cell: (g) => glassReasonNames[g.reason] },
  { id: 'words', heading: 'In their words', width: '2fr', wide: true, cell: (g) => g.words },
  { id: 'acts', heading: 'Looks', width: 70, align: 'right', wide: true, cell: (g) => g.acts },
  {
    id: 'review',
    heading: 'Review',
    width: 150,
    cell: (g) => (g.review ? glassOutcomeNames[g.review.outcome] : 'Waiting'),
  },
];

/** Restricted records that were opened all the same: whether that was right is said here. */
export default function BreakGlassPage() {
  const { session } = useSession();
  const [state, setState] = useState<'open' | 'reviewed'>('open');
  const [chosen, choose] = useState<BrokenGlass>();
  const read = useRead(routes.listBrokenGlass, { query: { state } }, { keepPrevious: true });
  return (
    <Page
      title="Broken glass"
      fill
      detail="Restricted records that were opened with a reason"
      toolbar={
        <SegmentedControl
          aria-label="Which"
          size="xs"
          data={[
            { value: 'open', label: 'To review' },
            { value: 'reviewed', label: 'Reviewed' },
          ]}
          value={state}
          onChange={(value) => setState(value === 'reviewed' ? 'reviewed' : 'open')}
        />
      }
    >
      {read.error && !read.data ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Broken glass"
          rows={read.data?.opened}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={(glass) => glass.review === null && glass.user.id !== session.user.id && choose(glass)}
          empty={<EmptyState title="Nothing waits." hint="Nobody reviews what they opened themselves." />}
        />
      )}
      {chosen && <ReviewDialog glass={chosen} onClose={() => choose(undefined)} />}
    </Page>
  );
}

function ReviewDialog({ glass, onClose }: { glass: BrokenGlass; onClose: () => void }) {
  const [outcome, setOutcome] = useState<GlassOutcome>('appropriate');
  const [note, setNote] = useState('');
  const review = useChange(routes.reviewBrokenGlass, {
    invalidates: [routes.listBrokenGlass],
    onDone: () => {
      toast({ message: 'The review is written down.' });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Record ${glass.recordNumber}, opened by ${glass.user.name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = note.trim();
          review.mutate({
            params: { glassId: glass.id },
            body: { outcome, ...(text === '' ? {} : { note: text }) },
          });
        }}
      >
        <p>
          {glassReasonNames[glass.reason]}: {glass.words}
        </p>
        <Select
          label="It was"
          data-autofocus
          allowDeselect={false}
          data={glassOutcomes.map((value) => ({ value, label: glassOutcomeNames[value] }))}
          value={outcome}
          onChange={(value) => setOutcome(glassOutcomes.find((one) => one === value) ?? outcome)}
        />
        <Textarea
          label="Note"
          mt="sm"
          maxLength={400}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <ProblemNote problem={review.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={review.isPending}>
            Write it down
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
