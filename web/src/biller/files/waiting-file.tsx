import { Button } from '@mantine/core';
import type { InboundFileView } from '@superbill/contract';
import { WaitedText } from '../../ui/index.ts';
import { FileProblem } from './file-problem.tsx';
import style from './files.module.css';
import { WaitingActions } from './waiting-actions.tsx';

interface Props {
  file: InboundFileView;
  onView: () => void;
}

/** A file that waits for a person: why, and the ways on. Nothing of it is posted until then. */
export function WaitingFile({ file, onView }: Props) {
  return (
    <li className={style.waiting} aria-label={file.fileName}>
      <div className={style.head}>
        <strong>{file.fileName}</strong>
        <span className={style.quiet}>
          {file.bytes.toLocaleString('en-US')} bytes · waits <WaitedText since={file.receivedAt} />
        </span>
        <div className={style.actions}>
          <Button size="compact-sm" variant="default" onClick={onView}>
            View<span className="sb-hidden">&nbsp;{file.fileName}</span>
          </Button>
          <WaitingActions file={file} />
        </div>
      </div>
      <FileProblem problem={file.problem} />
    </li>
  );
}
