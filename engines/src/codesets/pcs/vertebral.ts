import type { Derived } from './labels.ts';
import type { Statement } from './statement.ts';

/** Vertebrae from the skull down: 7 cervical, 12 thoracic, 5 lumbar, the sacrum. */
const firstOf: Record<string, number> = { C: 0, T: 7, L: 19, S: 24 };
const level = /\b([CTLS])(\d{1,2})(?: ?[-–/] ?([CTLS])?(\d{1,2}))?(?!\d)/g;

function vertebra(region: string, number: number): number | undefined {
  const most = { C: 7, T: 12, L: 5, S: 1 }[region] ?? 0;
  return number >= 1 && number <= most ? (firstOf[region] ?? 0) + number : undefined;
}

/** The region of the joint below a vertebra. */
function regionBelow(vertebraNumber: number): string {
  if (vertebraNumber < 7) return 'Cervical';
  if (vertebraNumber === 7) return 'Cervicothoracic';
  if (vertebraNumber < 19) return 'Thoracic';
  if (vertebraNumber === 19) return 'Thoracolumbar';
  return vertebraNumber < 24 ? 'Lumbar' : 'Lumbosacral';
}

/** Joints between the levels that a statement names, by region. Source: guideline B3.10a. */
function jointsIn(text: string): Map<string, number> {
  const joints = new Set<number>();
  for (const [, region = '', number, otherRegion, otherNumber] of text.matchAll(level)) {
    const upper = vertebra(region, Number(number));
    const lower =
      otherNumber === undefined ? undefined : vertebra(otherRegion ?? region, Number(otherNumber));
    if (upper === undefined || lower === undefined) continue;
    for (let joint = upper; joint < lower; joint++) joints.add(joint);
  }
  const byRegion = new Map<string, number>();
  for (const joint of joints) byRegion.set(regionBelow(joint), (byRegion.get(regionBelow(joint)) ?? 0) + 1);
  return byRegion;
}

/** The regions of vertebrae that are named alone: `L1`, not `L1-L2`. */
function vertebraeIn(text: string): Set<string> {
  const names: Record<string, string> = { C: 'Cervical', T: 'Thoracic', L: 'Lumbar' };
  const regions = new Set<string>();
  for (const [, region = '', number, , other] of text.matchAll(level)) {
    const name = names[region];
    if (name && other === undefined && vertebra(region, Number(number)) !== undefined) regions.add(name);
  }
  return regions;
}

function labelOf(region: string, count: number): string {
  if (region === 'Thoracic' && count > 1)
    return `Thoracic Vertebral Joints, ${count < 8 ? '2 to 7' : '8 or more'}`;
  if (region === 'Lumbosacral') return 'Lumbosacral Joint';
  const isOne = count === 1 || /tho/.test(region);
  return isOne ? `${region} Vertebral Joint` : `${region} Vertebral Joints, 2 or more`;
}

/** The joints fused or replaced at named levels; discs and nerves of the region are named by it too. */
export function* derivedJoints(statement: Statement): Generator<Derived> {
  const { text, words } = statement;
  const places = new Set<number>();
  for (const [place, { start, end }] of words.entries())
    if (/^[CTLS]\d{1,2}$/.test(text.slice(start, end))) places.add(place);
  for (const region of vertebraeIn(text)) yield { label: `${region} Vertebra`, words: places, by: region };
  for (const [region, count] of jointsIn(text)) {
    const by = `${count} ${region.toLowerCase()} ${count === 1 ? 'level' : 'levels'}`;
    yield { label: labelOf(region, count), words: places, by };
    yield {
      label: region === 'Lumbosacral' ? 'Lumbosacral Disc' : `${region} Vertebral Disc`,
      words: places,
      by,
    };
  }
}
