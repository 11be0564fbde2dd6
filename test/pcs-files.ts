import type { OrderLine } from './code-files.ts';

/** One axis in short: `Body Part: 4 Gallbladder, 5 Bile`. */
type AxisText = string;
interface TinyTable {
  code: string;
  names: [section: string, system: string, operation: string];
  rows: AxisText[][];
}

const approaches = 'Approach: 0 Open, 4 Percutaneous Endoscopic';
const noDevice = 'Device: Z No Device';
const noQualifier = 'Qualifier: Z No Qualifier';

/** A few tables in the shape of the official ones: an organ, a part of it, a joint with sides and devices. */
const tinyTables: readonly TinyTable[] = [
  {
    code: '0FB',
    names: ['Medical and Surgical', 'Hepatobiliary System', 'Excision'],
    rows: [
      ['Body Part: 0 Liver; 4 Gallbladder', approaches, noDevice, 'Qualifier: X Diagnostic, Z No Qualifier'],
    ],
  },
  {
    code: '0FT',
    names: ['Medical and Surgical', 'Hepatobiliary System', 'Resection'],
    rows: [['Body Part: 0 Liver; 4 Gallbladder', approaches, noDevice, noQualifier]],
  },
  {
    code: '0SR',
    names: ['Medical and Surgical', 'Lower Joints', 'Replacement'],
    rows: [
      [
        'Body Part: C Knee Joint, Right; D Knee Joint, Left',
        'Approach: 0 Open',
        'Device: J Synthetic Substitute',
        'Qualifier: 9 Cemented; Z No Qualifier',
      ],
    ],
  },
  {
    code: 'X2C',
    names: ['New Technology', 'Cardiovascular System', 'Extirpation'],
    rows: [
      [
        'Body Part: 0 Coronary Artery',
        'Approach: 3 Percutaneous',
        'Device: 6 Invented Tool',
        'Qualifier: 1 New',
      ],
    ],
  },
];

function values(axis: AxisText): { title: string; values: [string, string][] } {
  const [title = '', list = ''] = axis.split(': ');
  // Labels may hold a comma before a side; where one does, all are parted by semicolons.
  const parts = list.split(list.includes(';') ? '; ' : ', ');
  return { title, values: parts.map((part) => [part.charAt(0), part.slice(2)]) };
}

function axisXml(axis: AxisText, position: number): string {
  const { title, values: labels } = values(axis);
  const inside = labels.map(([code, label]) => `<label code="${code}">${label}</label>`).join('');
  return `<axis pos="${position}" values="${labels.length}"><title>${title}</title>${inside}</axis>`;
}

/** Tables in the layout of CMS. */
export function pcsTablesXml(tables: readonly TinyTable[] = tinyTables, version = '2026'): string {
  const body = tables.map(({ code, names, rows }) => {
    const head = names.map((name, at) =>
      axisXml(`${['Section', 'Body System', 'Operation'][at]}: ${code.charAt(at)} ${name}`, at + 1),
    );
    const rowsXml = rows.map((row) => {
      const spans = row.reduce((product, axis) => product * values(axis).values.length, 1);
      return `<pcsRow codes="${spans}">${row.map((axis, at) => axisXml(axis, at + 4)).join('')}</pcsRow>`;
    });
    return `<pcsTable>${head.join('')}${rowsXml.join('')}</pcsTable>`;
  });
  return `<?xml version="1.0"?>\n<ICD10PCS.tabular><version>${version}</version><title>Tables</title>${body.join('\n')}</ICD10PCS.tabular>`;
}

/** Every code that the tables span, as an order file has them. */
export function pcsCodes(tables: readonly TinyTable[] = tinyTables): OrderLine[] {
  return tables.flatMap(({ code, names, rows }): OrderLine[] => {
    const heading: OrderLine = [code, names.slice(1).join(', '), false];
    const spanned = rows.flatMap((row) =>
      row.reduce<[string, string][]>(
        (before, axis) =>
          before.flatMap(([start, title]) =>
            values(axis).values.map(([character, label]): [string, string] => [
              start + character,
              `${title}, ${label}`,
            ]),
          ),
        [[code, names[2]]],
      ),
    );
    return [heading, ...spanned.map(([whole, title]): OrderLine => [whole, title])];
  });
}

/** An index in the layout of CMS: references with codes inside, with a table, without either, and values to use. */
export function pcsIndexXml(version = '2026'): string {
  return `<?xml version="1.0"?>
<ICD10PCS.index><version>${version}</version><title>Index</title><letter><title>C</title>
<mainTerm><title>Cholecystectomy</title>
<term level="1"><see>Excision, Gallbladder<codes>0FB4</codes></see></term>
<term level="1"><see>Resection, Gallbladder<codes>0FT4</codes></see></term></mainTerm>
<mainTerm><title>Cutting out</title><see>Excision</see></mainTerm>
<mainTerm><title>Gall sac</title><use>Gallbladder</use></mainTerm>
<mainTerm><title>Knee prosthesis</title><use>Synthetic Substitute in<tab>0SR</tab></use></mainTerm>
<mainTerm><title>Replacement</title><term level="1"><title>Joint</title><term level="2"><title>Knee</title>
<term level="3"><title>Left</title><codes>0SRD0J</codes></term></term></term></mainTerm>
</letter></ICD10PCS.index>`;
}

/** Definitions in the layout of CMS: an operation, a body part, a device that counts as another. */
export function pcsDefinitionsXml(version = '2026'): string {
  return `<?xml version="1.0"?>
<ICD10PCS.definitions><version>${version}</version><title>Definitions</title>
<section code="0"><title>Medical and Surgical</title>
<axis pos="3"><title>Operation</title><terms><title>Excision</title><definition>Cutting out a part</definition>
<explanation>Only a part</explanation><includes>Piecemeal</includes></terms></axis>
<axis pos="4"><title>Body Part</title><terms><title>Knee Joint, Left</title><title>Knee Joint, Right</title>
<includes>Femorotibial joint</includes></terms></axis></section>
<deviceAggregation><aggregate><device>Invented Plate</device><operation>All</operation><bodySys>Lower Joints</bodySys>
<parent value="J">Synthetic Substitute</parent></aggregate></deviceAggregation></ICD10PCS.definitions>`;
}
