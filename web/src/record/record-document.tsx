import { NativeSelect } from '@mantine/core';
import { type DocumentView, type Observation, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { DocumentText, InstantText, ReadState } from '../ui/index.ts';
import { kindNames } from './kind-names.ts';
import type { PickedWords } from './mark.ts';
import { type RecordMark, spansOf } from './mark.ts';
import style from './record.module.css';

interface Props {
  document: DocumentView;
  /** The title of what an addendum adds to. */
  amends: string | undefined;
  version: number;
  onVersion: (version: number) => void;
  marks: readonly RecordMark[];
  observations: readonly Observation[];
  active: string | undefined;
  onMark: ((id: string) => void) | undefined;
  onPick: ((words: PickedWords | undefined) => void) | undefined;
}

/** One document: what it is, who signed it, which version, and its text with what stands on it. */
export function RecordDocument(props: Props) {
  const { document, amends, version, onVersion } = props;
  const { id, kind, title, versions, author, signedAt, createdAt } = document;
  const earlier = version !== document.version;
  const read = useRead(
    routes.readDocumentVersion,
    { params: { documentId: id, version } },
    { enabled: earlier, freshFor: Number.POSITIVE_INFINITY },
  );
  return (
    <article id={anchorOf(id)} className={style.document} aria-label={title}>
      <div className={style.head}>
        <h2 className={style.title}>{title}</h2>
        <span className={style.kind}>
          {kindNames[kind]}
          {amends !== undefined && ` to ${amends}`}
        </span>
        <span className={style.by}>
          {author}
          {author && ' · '}
          {signedAt ? (
            <>
              signed <InstantText at={signedAt} />
            </>
          ) : (
            <InstantText at={createdAt} />
          )}
        </span>
        {versions > 1 && (
          <NativeSelect
            size="xs"
            aria-label={`Version of ${title}`}
            value={String(version)}
            onChange={({ currentTarget }) => onVersion(Number(currentTarget.value))}
            data={Array.from({ length: versions }, (_, i) => ({
              value: String(i + 1),
              label: `Version ${i + 1} of ${versions}`,
            }))}
          />
        )}
      </div>
      {earlier && (
        <p className={style.earlier}>
          This is version {version}; the latest is {document.version}.
        </p>
      )}
      {earlier ? (
        <ReadState read={read}>{(old) => <Body {...props} document={old} />}</ReadState>
      ) : (
        <Body {...props} />
      )}
    </article>
  );
}

function Body({ document, marks, observations, active, onMark, onPick }: Props) {
  const { id, version, title, text } = document;
  const spans = spansOf(document, marks, observations);
  return (
    <DocumentText
      label={`Text of ${title}`}
      text={text}
      spans={spans}
      activeSpan={spans.some((span) => span.id === active) ? active : undefined}
      {...(onMark ? { onSpan: onMark } : {})}
      {...(onPick ? { onSelect: (words) => onPick(words && { ...words, documentId: id, version }) } : {})}
    />
  );
}

/** Where the list of documents jumps to. */
export function anchorOf(documentId: string): string {
  return `document-${documentId}`;
}
