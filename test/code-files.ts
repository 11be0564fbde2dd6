import { tarWith } from './tar-writer.ts';
import { zipWith } from './zip-writer.ts';

/** A row of an invented order file: code without dot, title, and whether it is billable. */
export type OrderLine = [code: string, title: string, billable?: boolean];

/** An order file in the official layout. The last row must be of chapter Z or U to count as whole. */
export function orderFile(lines: readonly OrderLine[]): string {
  return lines
    .map(([code, title, billable = true], place) => {
      const number = String(place + 1).padStart(5, '0');
      const shortTitle = title.slice(0, 60).padEnd(60);
      return `${number} ${code.padEnd(7)} ${billable ? 1 : 0} ${shortTitle} ${title}\r\n`;
    })
    .join('');
}

/** The codes file that belongs to an order file. */
export function codesFile(lines: readonly OrderLine[]): string {
  return lines
    .filter(([, , billable = true]) => billable)
    .map(([code, title]) => `${code.padEnd(8)}${title}\r\n`)
    .join('');
}

/** An invented, tiny ICD-10-CM: a fever of two kinds, an injury with 7th characters, a Z code. */
export const tinyCodes: readonly OrderLine[] = [
  ['A00', 'Blue fever', false],
  ['A000', 'Blue fever with spots'],
  ['A009', 'Blue fever, unspecified'],
  ['S52', 'Broken forearm', false],
  ['S520', 'Broken forearm, upper end', false],
  ['S520X', 'Broken forearm, upper end', false],
  ['S520X1', 'Broken right forearm, upper end', false],
  ['S520X1A', 'Broken right forearm, upper end, first visit'],
  ['S520X1D', 'Broken right forearm, upper end, later visit'],
  ['Z00', 'Visit without complaint'],
];

/** A tabular list of `tinyCodes`, with notes at every level and a code that is gone by now (A00.8). */
export function tabularXml(version = '2026'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>${version}</version>
<introduction><introSection type="title"><title>List</title><instruction><note>Not a note of a code</note></instruction></introSection></introduction>
<chapter><name>1</name><desc>Invented fevers (A00-B99)</desc>
<useAdditionalCode><note>code for resistance</note></useAdditionalCode>
<sectionIndex><sectionRef first="A00" last="A09" id="A00-A09">Fevers (A00-A09)</sectionRef></sectionIndex>
<section id="A00-A09"><desc>Fevers (A00-A09)</desc><excludes2><note>colds (J00)</note></excludes2>
<diag><name>A00</name><desc>Blue fever</desc><includes><note>azure fever</note></includes>
<excludes1><note>green fever (A01.-)</note></excludes1>
<diag><name>A00.0</name><desc>Blue fever with spots</desc><inclusionTerm><note>Spotted blue fever</note><note>Classical blue fever</note></inclusionTerm></diag>
<diag><name>A00.8</name><desc>Gone</desc><inclusionTerm><note>Forgotten fever</note></inclusionTerm></diag>
<diag><name>A00.9</name><desc>Blue fever, unspecified</desc><codeFirst><note>the cause</note></codeFirst></diag>
</diag></section></chapter>
<chapter><name>19</name><desc>Injury (S00-T88)</desc><section id="S50-S59"><desc>Forearm (S50-S59)</desc>
<diag><name>S52</name><desc>Broken forearm</desc>
<sevenChrNote><note>Add the 7th character</note></sevenChrNote>
<sevenChrDef><extension char="A">first visit</extension><note>emergency</note><extension char="D">later visit</extension></sevenChrDef>
<diag><name>S52.0</name><desc>Broken forearm, upper end</desc>
<diag placeholder="true"><name>S52.0X</name><desc>Broken forearm, upper end</desc>
<diag><name>S52.0X1</name><desc>Broken right forearm, upper end</desc><inclusionTerm><note>Broken right elbow</note></inclusionTerm></diag>
</diag></diag></diag></section></chapter>
</ICD10CM.tabular>
`;
}

/** An alphabetic index over `tinyCodes`. */
export function indexXml(version = '2026'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>${version}</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
<letter><title>F</title>
<mainTerm><title>Fever<nemod>(high) (with chills (cold))</nemod> NEC</title><seeAlso>Cold</seeAlso>
<term level="1"><title>blue<nemod>(azure)</nemod></title><code>A00.9</code>
<term level="2"><title>with spots</title><code>A00.0</code><manif>Z00</manif></term>
<term level="2"><title>forgotten</title><code>A00.8</code></term></term>
<term level="1"><title>kind</title><term level="2"><title>any</title><subcat>A00.-</subcat></term></term></mainTerm>
</letter><letter><title>P</title><mainTerm><title>Pyrexia</title><see>Fever</see></mainTerm></letter>
</ICD10CM.index>
`;
}

/** A table of drugs in the layout of the official one. */
export function drugXml(version = '2026'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>${version}</version><indexHeading><head col="1">Substance</head>
<head col="2">Poisoning Accidental (unintentional)</head><head col="6">Adverse effect</head></indexHeading>
<letter><title>B</title><mainTerm><title>Blueberry</title><cell col="2">A00.0</cell><cell col="6">--</cell>
<term level="1"><title>wild</title><cell col="2">S52.0X1</cell><cell col="6">A00.-</cell></term></mainTerm></letter>
</ICD10CM.index>
`;
}

/** The list of codes exempt from present-on-admission reporting. */
export function poaFile(codes: readonly string[]): string {
  const lines = codes.map(
    (code, place) => `${String(place * 3 + 1).padStart(5, '0')}\t${code}\tAs printed\r\n`,
  );
  return `Order26\tPOAexemptCode\tDescription\r\n${lines.join('')}`;
}

/** An invented HCPCS file: a notice, a modifier, a code in two lines, one that ended, a V code. */
export function hcpcsFile(): string {
  const line = (code: string, sequence: string, record: string, text: string, short = '', ends = '') =>
    `${code.padStart(5)}${sequence}${record}${text.padEnd(80)}${short.padEnd(28)}`.padEnd(284) +
    `${ends}\r\n`;
  return [
    'Note regarding coverage\r\n\r\n',
    line('ZZ', '00100', '7', 'An invented modifier', 'Invented mod'),
    line('A9901', '00100', '3', 'An invented thing that is', 'Invented thing'),
    line('A9901', '00200', '4', 'described in two lines'),
    line('B9902', '00100', '3', 'A thing of the past', 'Past thing', '20251231'),
    line('V9903', '00100', '3', 'A thing to hear with', 'Hearing thing'),
  ].join('');
}

/** A zip archive, as a publisher would send it. */
export function zipOf(members: Record<string, string | Uint8Array>): Uint8Array {
  return zipWith(Object.entries(members).map(([name, content]) => ({ name, content })));
}

/** A tar archive, as `tar` writes it. A type other than `0` makes a member that no publisher sends. */
export function tarOf(members: Record<string, string>, type = '0'): Uint8Array {
  return tarWith(Object.entries(members).map(([name, content]) => ({ name, content, type })));
}

/** A code system in FHIR Shorthand as CMS ships them, with invented meanings. */
export function fshFile(id: string, concepts: readonly (readonly [code: string, meaning: string])[]): string {
  const lines = concepts.map(([code, meaning]) => `* #${code} "${meaning}"\n`);
  return `CodeSystem: ${id.replaceAll('-', '_')}\nTitle: "Invented"\nId: ${id}\n* ^status = #active\n\n${lines.join('')}`;
}

/** A licensee's list of CPT in the simple form: invented codes and wordings, none of which is of CPT. */
export function cptFile(): string {
  return `code,description
00001,"Mending of a paper kite, simple"
00002,"Mending of a paper kite, with tail"
0003T,Polishing of a brass bell
`;
}
