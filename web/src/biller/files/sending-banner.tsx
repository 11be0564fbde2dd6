import { Button } from '@mantine/core';
import { type InterchangeView, routes } from '@superbill/contract';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { InstantText, ProblemNote, toast } from '../../ui/index.ts';
import style from './sending-banner.module.css';

/** Says that nothing is sent since a restore, asks of each open file whether it left, and lets a person resume. */
export function SendingBanner({ files = [] }: { files?: readonly InterchangeView[] | undefined }) {
  const { may } = useSession();
  const sending = useRead(routes.readSending, {});
  const changed = [routes.readSending, routes.listInterchanges];
  const settle = useChange(routes.settleInterchange, { invalidates: changed });
  const resume = useChange(routes.resumeSending, {
    invalidates: changed,
    onDone: () => toast({ message: 'Files go out again.' }),
  });
  if (!sending.data?.paused || !sending.data.restore) return null;
  const { restore, filesToSettle } = sending.data;
  const open = files.filter(({ state }) => state === 'unknown');
  const mayWrite = may('sending.resume');
  return (
    <section aria-label="Sending is paused" className={style.banner}>
      <strong>Nothing is sent: a backup of </strong>
      <InstantText at={restore.backupTakenAt} />
      <strong> was restored.</strong>
      <p>
        Payers may have had files and claims that are not known here. Compare with them first.{' '}
        {restore.claimsHeld} claims that were ready then are held and have to be submitted again.
      </p>
      {open.map(({ id, fileName }) => (
        <div key={id} className={style.file}>
          <span>Did {fileName} leave?</span>
          {mayWrite && (
            <>
              <Button
                size="xs"
                variant="default"
                aria-label={`${fileName} was sent`}
                onClick={() => settle.mutate({ params: { interchangeId: id }, body: { left: true } })}
              >
                It was sent
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={`${fileName} was not sent`}
                onClick={() => settle.mutate({ params: { interchangeId: id }, body: { left: false } })}
              >
                Send it when we resume
              </Button>
            </>
          )}
        </div>
      ))}
      <ProblemNote problem={settle.error ?? resume.error} />
      {mayWrite && (
        <Button
          size="xs"
          disabled={filesToSettle > 0}
          loading={resume.isPending}
          onClick={() => resume.mutate({})}
        >
          Resume sending
        </Button>
      )}
    </section>
  );
}
