import { routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { Page, Panel, ReadState } from '../ui/index.ts';
import { ControlsForm } from './controls-form.tsx';
import { PinForm } from './pin-form.tsx';

/** Who countersigns, whom the controls bind, and how much may go without. */
export default function ControlsPage() {
  const read = useRead(routes.readControls, {});
  return (
    <Page title="Controls" detail="They protect the practice, and whoever does both jobs in it">
      <ReadState read={read} lines={8}>
        {(controls) => (
          <>
            <Panel title={controls.on ? 'Controls are on' : 'Controls bind nobody now'}>
              <p>
                {controls.twoHats.length === 0
                  ? 'Nobody here holds both the coder and the biller hat.'
                  : `Both hats: ${controls.twoHats.join(', ')}.`}{' '}
                Whoever is bound asks for a countersign before a write-off, a refund, a void or codes changed
                after a denial is booked. Nobody countersigns their own act, in whatever hat.
              </p>
              {!controls.mayChange && <p>Only the owner changes what stands below.</p>}
              <ControlsForm key={controls.rowVersion} controls={controls} />
            </Panel>
            {controls.isOwner && (
              <Panel title="Your number for the telephone">
                <PinForm set={controls.pinSet} />
              </Panel>
            )}
          </>
        )}
      </ReadState>
    </Page>
  );
}
