import { expect, test } from 'vitest';
import { readMeasurements } from './measurements.ts';

const read = (text: string) => readMeasurements({ documentId: 'd', version: 1, kind: 'result', text });

test.each([
  ['Sodium 128 mmol/L (136-145) L', { name: 'Sodium', value: 128, unit: 'mmol/L', low: 136, high: 145 }],
  ['LDL: 141 mg/dL (<100)', { name: 'LDL', value: 141, unit: 'mg/dL', high: 100 }],
  ['HDL cholesterol 38 mg/dL (>40) L', { name: 'HDL cholesterol', value: 38, unit: 'mg/dL', low: 40 }],
  ['Hgb A1c 8.2 % (4.0-5.6) H', { name: 'Hgb A1c', value: 8.2, unit: '%', low: 4, high: 5.6 }],
  ['WBC 11.2 10*3/uL (4.0-11.0) H', { name: 'WBC', value: 11.2, unit: '10*3/uL', low: 4, high: 11 }],
  ['INR 2.5 (2.0-3.0)', { name: 'INR', value: 2.5, low: 2, high: 3 }],
])('%s is a measurement', (line, expected) => {
  const [measured] = read(`Collected in the morning\n${line}`);
  expect(measured).toMatchObject(expected);
  const start = 'Collected in the morning\n'.length;
  expect(measured?.span).toMatchObject({ start, quote: line.slice(0, (measured?.span.end ?? 0) - start) });
});

test.each(['', 'Impression: normal', 'Seen on day 3', '128 mmol/L', 'Call 503-555-0101', 'a'.repeat(5000)])(
  '%j is none',
  (line) => {
    expect(read(line)).toEqual([]);
  },
);
