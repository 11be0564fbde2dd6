import { Drawer } from '@mantine/core';
import { type InboundFileView, routes } from '@superbill/contract';
import { useRead } from '../../api/index.ts';
import { ReadState } from '../../ui/index.ts';
import { InboundBadge } from './file-badges.tsx';
import { FileContent } from './file-content.tsx';
import { FileProblem } from './file-problem.tsx';
import style from './files.module.css';

/** Which file is looked at. */
export type Looked = { kind: 'received' | 'sent'; id: string };

interface Props {
  looked: Looked;
  /** The received file, when it is on the list. */
  file: InboundFileView | undefined;
  onClose: () => void;
}

/** A file beside the list: its state, what is wrong with it, its text. */
export function FileDrawer({ looked, file, onClose }: Props) {
  const sent = useRead(
    routes.readInterchange,
    { params: { interchangeId: looked.id } },
    { enabled: looked.kind === 'sent', freshFor: Number.POSITIVE_INFINITY },
  );
  const received = useRead(
    routes.readInboundFile,
    { params: { inboundFileId: looked.id } },
    { enabled: looked.kind === 'received', freshFor: Number.POSITIVE_INFINITY },
  );
  const read = looked.kind === 'sent' ? sent : received;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={read.data?.fileName ?? file?.fileName ?? 'File'}
    >
      {file && (
        <div className={style.about}>
          <InboundBadge state={file.state} />
          <FileProblem problem={file.problem} />
        </div>
      )}
      <ReadState read={read} lines={12}>
        {({ fileName, content }) => <FileContent fileName={fileName} content={content} />}
      </ReadState>
    </Drawer>
  );
}
