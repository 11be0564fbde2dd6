import { Button } from '@mantine/core';
import { type ReviewComparison, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead } from '../api/index.ts';
import { usePathPart } from '../router/use-place.ts';
import { DateText, DocumentText, Page, Panel, ProblemNote, ReadState } from '../ui/index.ts';
import { CodePicker, type PickedCode } from './code-picker.tsx';
import style from './second-look.module.css';
import { SecondLookResult } from './second-look-result.tsx';

/** One chart, coded again from the record alone: no first codes, no suggestions, no hint why it was drawn. */
export default function SecondLookChartPage() {
  const reviewId = usePathPart('reviewId');
  const chart = useRead(routes.readReview, { params: { reviewId } }, { freshFor: Number.POSITIVE_INFINITY });
  const [codes, setCodes] = useState<PickedCode[]>([]);
  const [result, setResult] = useState<ReviewComparison>();
  const finish = useChange(routes.finishReview, {
    invalidates: [routes.listReviews],
    onDone: (comparison) => setResult(comparison),
  });
  if (result) {
    return (
      <Page title="Second look">
        <SecondLookResult reviewId={reviewId} comparison={result} />
      </Page>
    );
  }
  return (
    <Page title="Second look">
      <ReadState read={chart} lines={12}>
        {({ recordNumber, serviceDate, practitioner, documents }) => (
          <>
            <p className={style.lead}>
              Record {recordNumber}, <DateText date={serviceDate} />, {practitioner}. Code it from what is
              written; how it was coded before is shown afterwards.
            </p>
            <div className={style.columns}>
              <div>
                {documents.map(({ id, title, text }) => (
                  <Panel key={id} title={title}>
                    <DocumentText label={title} text={text} />
                  </Panel>
                ))}
              </div>
              <Panel title={`Codes (${codes.length})`}>
                <CodePicker
                  date={serviceDate}
                  codes={codes}
                  onAdd={(code) => setCodes((now) => [...now, code])}
                  onRemove={(code) => setCodes((now) => now.filter((each) => each.code !== code))}
                />
                <ProblemNote problem={finish.error} />
                <Button
                  mt="md"
                  disabled={codes.length === 0}
                  loading={finish.isPending}
                  onClick={() =>
                    finish.mutate({
                      params: { reviewId },
                      body: { codes: codes.map(({ system, code }) => ({ system, code })) },
                    })
                  }
                >
                  Finish and compare
                </Button>
              </Panel>
            </div>
          </>
        )}
      </ReadState>
    </Page>
  );
}
