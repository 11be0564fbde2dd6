import { bad, good, type Read, tidy } from './read.ts';
import { walkXml } from './xml.ts';

/** What one value (or several, for both sides) means. */
interface PcsDefinition {
  /** The section's character: `0`. */
  section: string;
  /** The place of the axis in the code, from 1. */
  position: number;
  titles: string[];
  definition?: string;
  explanation?: string;
  /** What it includes: the body part key, the device key, examples of an operation. */
  includes: string[];
}

/** A device that a table without a value for it counts as another: the device aggregation table. */
interface PcsAggregate {
  device: string;
  parent: string;
}

export interface PcsDefinitionsFile {
  /** `2026`, from the file's `<version>`. */
  version: string;
  definitions: PcsDefinition[];
  aggregates: PcsAggregate[];
}

/** Reads the ICD-10-PCS definitions. Source: `icd10pcs_definitions.xsd`, published with the file. */
export function readPcsDefinitions(xml: string): Read<PcsDefinitionsFile> {
  const file: PcsDefinitionsFile = { version: '', definitions: [], aggregates: [] };
  const open: string[] = [];
  let section = '';
  let position = 0;
  let text = '';
  let problem: string | undefined;

  const finish = (element: string) => {
    const value = tidy(text);
    const parent = open.at(-2);
    const term = file.definitions.at(-1);
    const aggregate = file.aggregates.at(-1);
    if (element === 'version') file.version = value;
    else if (parent === 'aggregate' && aggregate && (element === 'device' || element === 'parent'))
      aggregate[element] = value;
    else if (parent !== 'terms' || !term || value === '') return;
    else if (element === 'title') term.titles.push(value);
    else if (element === 'includes') term.includes.push(value);
    else if (element === 'definition' || element === 'explanation') term[element] = value;
  };

  const xmlProblem = walkXml(xml, {
    open(element, attributes) {
      if (open.length === 0 && element !== 'ICD10PCS.definitions')
        problem = `its root is <${element}>, expected <ICD10PCS.definitions>`;
      open.push(element);
      text = '';
      if (element === 'section') section = attributes.code ?? '';
      else if (element === 'axis') position = Number(attributes.pos);
      else if (element === 'terms') file.definitions.push({ section, position, titles: [], includes: [] });
      else if (element === 'aggregate') file.aggregates.push({ device: '', parent: '' });
    },
    text(piece) {
      text += piece;
    },
    close(element) {
      finish(element);
      open.pop();
      text = '';
    },
  });
  if (xmlProblem ?? problem) return bad(`these definitions cannot be read: ${xmlProblem ?? problem}`);
  return file.definitions.length > 0 ? good(file) : bad('these definitions have no terms');
}
