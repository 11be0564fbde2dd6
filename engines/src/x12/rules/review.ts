import { situationsOfReview } from '../guides/x217.situations.ts';
import { situationsOfReviewRequest } from '../guides/x217-request.situations.ts';
import { situationsOfReviewResponse } from '../guides/x217-response.situations.ts';
import { x217Response } from '../guides/x217-response.ts';
import { readSituations } from '../situations/read.ts';
import { components, element, type Segment } from '../tokens/segment.ts';
import { around, first, type Loop, tally } from '../walk/loop.ts';
import { hierarchyWhere } from './hierarchy.ts';
import type { Found, LoopRule, RuleSet, TransactionRule } from './rule.ts';
import { ssnReferences } from './ssn.ts';

/** Request and response share a type and most names of loops; the guide that was found for the transaction tells them apart. */
function isResponse(loop: Loop): boolean {
  return around(loop, '')?.use === x217Response.root;
}

function onlyIn(kind: 'request' | 'response', rules: readonly LoopRule[]): LoopRule[] {
  return rules.map((rule) => ({
    ...rule,
    check: (loop: Loop) => (isResponse(loop) === (kind === 'response') ? rule.check(loop) : []),
  }));
}

const diagnosesOf = tally(({ id, elements }) =>
  id === 'HI' ? elements.filter((text, index) => index > 0 && text !== '').length : 0,
);

/** The pointers of a service (SV107, SV311) name diagnoses of the patient event it belongs to. */
const pointers: LoopRule = {
  id: 'diagnosis-pointer',
  snip: 4,
  loop: '2000F',
  from: 'guide',
  source: '005010X217, 2000F SV107 and 2000E HI',
  when: 'every pointer of a service names a diagnosis of HI in its patient event, each once',
  check(loop) {
    const diagnoses = diagnosesOf(around(loop, '2000E') ?? loop);
    return loop.segments.flatMap((segment) => {
      const index = segment.id === 'SV1' ? 7 : segment.id === 'SV3' ? 11 : 0;
      return index === 0 || element(segment, index) === '' ? [] : pointersOf(segment, index, diagnoses);
    });
  },
};

function pointersOf(segment: Segment, index: number, diagnoses: number): Found[] {
  const told = components(segment, element(segment, index)).flatMap((pointer, place, pointers): Found[] => {
    const at = {
      segment,
      loop: '2000F',
      element: `${segment.id}${String(index).padStart(2, '0')}-${place + 1}`,
    };
    if (!/^\d{1,2}$/.test(pointer)) return [];
    if (Number(pointer) < 1 || Number(pointer) > diagnoses) {
      const message = `The pointer names no diagnosis of the patient event, which has ${diagnoses}.`;
      return [{ ...at, message }];
    }
    if (pointers.indexOf(pointer) < place)
      return [{ ...at, message: 'Two pointers of the service name the same diagnosis.' }];
    return [];
  });
  // Without any diagnosis one finding says it for all pointers.
  return diagnoses === 0 ? told.slice(0, 1) : told;
}

/** A level ends where it is rejected, whatever its HL04 took over from the request. */
const levels = hierarchyWhere(
  (loop) => loop.segments.some(({ id }) => id === 'AAA') || loop.loops.some((inner) => first(inner, 'AAA')),
);

/**
 * The levels of a services review. An example of the guide itself chains the services of an event to one
 * another in HL02; that is told as a warning, since no reader goes wrong by it.
 */
const hierarchy: TransactionRule = {
  ...levels,
  start(report, codes) {
    let services = new Set<string>();
    const started = levels.start((finding) => {
      const names = element(finding.segment, 2);
      const isChained = finding.code === 'hl-parent' && finding.loop === '2000F' && services.has(names);
      report(isChained ? { ...finding, severity: 'warning' } : finding);
    }, codes);
    return {
      ...started,
      segment(segment, loop) {
        if (segment.id === 'HL' && loop.id !== '2000F') services = new Set();
        started.segment?.(segment, loop);
        if (segment.id === 'HL' && loop.id === '2000F') services.add(element(segment, 1));
      },
    };
  },
};

export const reviewRules: RuleSet = {
  loops: [
    ...onlyIn('request', readSituations(situationsOfReviewRequest, '005010X217 request')),
    ...onlyIn('response', readSituations(situationsOfReviewResponse, '005010X217 response')),
    ...readSituations(situationsOfReview, '005010X217'),
    pointers,
  ],
  transactions: [hierarchy, ssnReferences],
};
