import { FileInput, SimpleGrid } from '@mantine/core';
import { type FeeChange, type ResponseOf, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import { useChange } from '../../api/index.ts';
import { DateField, DateText, Money, toast, today } from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';
import style from './fees.module.css';

type Preview = ResponseOf<typeof routes.previewFees>;

/** Reads a file of prices in: first what it would change and what is wrong by line, then the change itself. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [content, setContent] = useState('');
  const [effectiveFrom, setFrom] = useState<IsoDate | ''>(today());
  const preview = useChange(routes.previewFees);
  const apply = useChange(routes.importFees, {
    invalidates: [routes.listFeeSchedule, routes.readFeeHistory, routes.listFees],
    onDone: ({ added, changed }) => {
      toast({ message: `${added} prices added, ${changed} changed.` });
      onClose();
    },
  });
  const look = (text: string, from: IsoDate | '') => {
    apply.reset();
    if (text !== '' && from !== '') preview.mutate({ body: { content: text, effectiveFrom: from } });
  };
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    preview.reset();
    const text = chosen ? await chosen.text() : '';
    setContent(text);
    look(text, effectiveFrom);
  };
  const seen = preview.data;
  const changes = seen?.changes.filter(({ does }) => does !== 'nothing') ?? [];
  const ready = seen !== undefined && seen.faults.length === 0 && changes.length > 0;
  return (
    <FormDialog
      title="Prices from a file"
      save={ready ? `Apply ${changes.length} changes` : 'Look at the file'}
      size="xl"
      busy={preview.isPending || apply.isPending}
      problem={apply.error ?? preview.error}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || effectiveFrom === '') return look(content, effectiveFrom);
        apply.mutate({ body: { content, effectiveFrom, fingerprint: seen.fingerprint } });
      }}
    >
      <p style={{ marginTop: 0 }}>
        A CSV file with the columns <code>procedure</code>, <code>wording</code>, <code>wording_es</code>,{' '}
        <code>price</code> and <code>from</code>; procedure and price are enough for a procedure you have. The
        export has this form.
      </p>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <FileInput
          label="File"
          placeholder="Choose a CSV file"
          accept=".csv,text/csv"
          data-autofocus
          clearable
          clearButtonProps={{ 'aria-label': 'Take the file away' }}
          size="xs"
          value={file}
          onChange={(chosen) => void choose(chosen)}
        />
        <DateField
          label="From, where a line names no day"
          value={effectiveFrom}
          onChange={(date) => {
            setFrom(date);
            look(content, date);
          }}
        />
      </SimpleGrid>
      {seen && <PreviewOf preview={seen} changes={changes} />}
    </FormDialog>
  );
}

const mostShown = 200;
const words: Record<FeeChange['does'], string> = {
  add: 'New',
  price: 'New price',
  wording: 'New words',
  nothing: 'As it is',
};

function PreviewOf({
  preview: { faults, changes: all },
  changes,
}: {
  preview: Preview;
  changes: readonly FeeChange[];
}) {
  if (faults.length > 0)
    return (
      <div role="alert">
        <p className={style.count}>
          <strong>
            {faults.length === 1 ? 'One line' : `${faults.length} lines`} cannot be read; nothing is changed
            until the file is right.
          </strong>
        </p>
        <ul className={style.faults}>
          {faults.slice(0, mostShown).map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`}>
              Line {line}
              {column ? `, ${column}` : ''}: {message}
            </li>
          ))}
        </ul>
      </div>
    );
  const same = all.length - changes.length;
  return (
    <>
      <p className={style.count} aria-live="polite">
        <strong>
          {changes.length === 0 ? 'The file changes nothing.' : `${changes.length} prices change`}
        </strong>
        {same > 0 && ` · ${same} are as in the file already`}
      </p>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section className={style.scroll} tabIndex={0} aria-label="What changes">
          <table className={style.lines}>
            <thead>
              <tr>
                <th scope="col">Procedure</th>
                <th scope="col">Change</th>
                <th scope="col" className={style.amount}>
                  Before
                </th>
                <th scope="col" className={style.amount}>
                  After
                </th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, mostShown).map((change) => (
                <tr key={change.line}>
                  <th scope="row" title={change.wording}>
                    {change.procedure}
                  </th>
                  <td>{words[change.does]}</td>
                  <td className={style.amount}>
                    {change.priceBeforeCents !== undefined && <Money amount={change.priceBeforeCents} />}
                  </td>
                  <td className={style.amount}>
                    <Money amount={change.priceCents} />
                  </td>
                  <td>
                    <DateText date={change.effectiveFrom} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes.length > mostShown && <p>and {changes.length - mostShown} more</p>}
        </section>
      )}
    </>
  );
}
