import type { EvaluationElement, Evidence, Suggestion } from '../../../model/index.ts';
import {
  isAlarmingSign,
  isChronicCode,
  isCodedAlready,
  isComplicatedInjury,
  isInRemission,
  isMinorCode,
  isNoProblem,
  isSymptomCode,
  isSystemicCode,
  isThreatCode,
  namedKinds,
} from './problem-kinds.ts';
import { matchesIn, type ReadClause, spanIn } from './reading.ts';

/** What a diagnosis contributes: its code and where it stands. */
export type CodedProblem = Pick<Suggestion, 'code' | 'title' | 'evidence'>;

/** A problem as it is named, with everything that is said of it up to the next. */
interface NamedProblem {
  code?: string;
  named?: string;
  what: string;
  evidence: Evidence[];
  /** The clause that names it. */
  own: string;
  about: string;
  uncertain: boolean;
}

const unstable =
  /\b(?:un ?controlled|uncontrolled|not (?:well[- ])?controlled|poorly controlled|not (?:at|to|meeting) goal|above goal|worse(?:ning|ned)?|exacerbat\w*|flar(?:e|es|ing|e-up)|progress(?:ing|ed|ion|ive)|inadequate\w*|suboptimal\w*|not (?:improv\w+|respond\w+)|fail(?:ed|ing|ure of)|side effects?|adverse effects?|decompensat\w*|acute on chronic|remains? elevated|still elevated|elevated today|persistent(?:ly)? (?:high|elevated)|symptomatic|relaps\w+|breakthrough|not tolerat\w+|hyperglycemia|recurren(?:t|ce) \w+ despite|despite (?:treatment|therapy|medication))\b/i;
const severe =
  /\b(?:severe(?:ly)? (?:exacerbat\w{0,8}|decompensat\w{0,8}|flare)|severe acute|status asthmaticus|respiratory distress|hypertensive (?:emergency|crisis)|thyroid storm|with (?:hypoxia|hypoxemia)|suicidal|intent to (?:harm|kill)|life[- ]threatening|impending|acute on chronic[^.;]{0,60}severe|(?:metastatic|stage iv)[^.;]{0,80}progress\w{0,8})\b/i;
/** Worse at once, and not only away from its goal. */
const exacerbated = /\b(?:exacerbat\w*|decompensat\w*|acute on chronic)\b/i;
const stable =
  /\b(?:stable|well[- ]controlled|controlled|at goal|doing well|unchanged|no change|asymptomatic|in remission|tolerating|continue|improv\w+|good control|quiescent)\b/i;
const systemicWords =
  /\b(?:systemic symptoms|dehydrat\w+|toxic[- ]appearing|tachycardi\w+|bacteremia|rigors?)\b/i;
const complicatedWords =
  /\b(?:loss of consciousness|loc\b|displaced|open fracture|reduction|multiple injuries|neurovascular|tendon (?:injury|laceration)|surgical (?:repair|consult\w*))/i;
const workUp =
  /\b(?:ct|mri|ultrasound|x-?ray|biopsy|mammogram|echo\w*|ekg|ecg|colonoscopy|endoscopy|labs?|cbc|cmp|troponin|d-?dimer|work-?up|referr?al|refer)\b/i;
const newProblem =
  /\b(?:new(?:ly)?(?:[- ]onset)?|undiagnosed|unknown (?:etiology|cause)|unclear (?:etiology|cause)|(?:etiology|cause) (?:is )?(?:unclear|unknown|uncertain)|differential|ddx|rule out|r\/o|concern(?:ing)? for|possible|suspect\w*|vs\.?|versus)\b/i;

const concluding = new Set(['assessment', 'impression', 'plan', 'body']);
const firmly = new Set(['assessment', 'impression']);

/**
 * The problems that were addressed, each once, with the kind that its code and the words about it give it.
 * `hospital`: care in a hospital was decided on or weighed, which tells how severe an exacerbation is.
 */
export function problemsIn(
  clauses: readonly ReadClause[],
  coded: readonly CodedProblem[],
  hospital: boolean,
): EvaluationElement[] {
  const conclusions = clauses.filter(
    ({ clause, document }) =>
      concluding.has(clause.section.kind) && (document.kind === 'note' || document.kind === 'addendum'),
  );
  const hasConclusion = conclusions.some(({ clause }) => firmly.has(clause.section.kind));
  const read = hasConclusion
    ? conclusions.filter(({ clause }) => clause.section.kind !== 'body')
    : conclusions;
  const problems = namedIn(read, coded, hasConclusion);
  const settled = problems.filter(({ code }) => code === undefined || !isSymptomCode(code));
  // A sign is part of the diagnosis it stands beside (guideline I.B.5).
  const counted = problems.filter(
    (problem) =>
      !(problem.code && isSymptomCode(problem.code) && settled.some((other) => isTogether(problem, other))),
  );
  return counted.filter((problem) => !isNamedApart(problem, counted)).map((one) => asElement(one, hospital));
}

/** `Here for depression and insomnia`, where both are taken up by themselves below. */
function isNamedApart(problem: NamedProblem, all: readonly NamedProblem[]): boolean {
  const quote = problem.evidence[0]?.quote.toLowerCase() ?? '';
  const parts = all.filter((other) => {
    const part = other.evidence[0]?.quote.toLowerCase() ?? '';
    return other !== problem && part.length > 0 && part.length < quote.length && quote.includes(part);
  });
  return parts.length > 1;
}

function isTogether(a: NamedProblem, b: NamedProblem): boolean {
  return a.about === b.about;
}

function namedIn(
  read: readonly ReadClause[],
  coded: readonly CodedProblem[],
  hasConclusion: boolean,
): NamedProblem[] {
  const found: NamedProblem[] = [];
  const seen = new Set<string>();
  let open: NamedProblem[] = [];
  for (const one of read) {
    // In a plan that follows an assessment the problems are named again, not new.
    const isFirm = !hasConclusion || firmly.has(one.clause.section.kind);
    const here = problemsOf(one, coded).filter(
      ({ key, problem }) => !seen.has(key) && (isFirm || (one.clause.isHead && problem.code !== undefined)),
    );
    if (here.length > 0) {
      open = here.map(({ problem }) => problem);
      for (const { key } of here) seen.add(key);
      found.push(...open);
    } else if (open.length > 0 && !startsAnother(one)) {
      for (const problem of open) problem.about += ` ${affirmed(one)}`;
    }
  }
  return found;
}

const courses = [unstable, severe].map(({ source }) => new RegExp(source, 'gi'));

/** A clause without what it denies of the course: `no relapses, denies suicidal thoughts`. */
function affirmed({ text, asserted }: ReadClause): string {
  return courses.reduce(
    (left, course) =>
      left.replace(course, (said: string, ...rest: unknown[]) => {
        const start = rest.find((each) => typeof each === 'number') ?? 0;
        return asserted.of(start, start + said.length) === 'negated' ? ' '.repeat(said.length) : said;
      }),
    text,
  );
}

/** A plan of its own below the assessment says of all problems together what it says. */
function startsAnother({ clause }: ReadClause): boolean {
  return clause.section.kind === 'plan';
}

interface Keyed {
  key: string;
  problem: NamedProblem;
}

function problemsOf(one: ReadClause, coded: readonly CodedProblem[]): Keyed[] {
  const { document, clause, text } = one;
  const about = affirmed(one);
  const everyCode = coded.map(({ code }) => code);
  const byCode = onceEach(
    coded.flatMap(({ code, title, evidence }): Keyed[] => {
      if (isNoProblem(code)) return [];
      const spans = evidence.filter(
        (span) =>
          span.documentId === document.documentId &&
          span.start >= clause.start &&
          span.end <= clause.start + text.length,
      );
      const [first] = spans;
      if (!first) return [];
      return [
        {
          key: code.slice(0, 3),
          problem: {
            code,
            what: shorten(title),
            evidence: [first],
            own: text,
            about,
            uncertain: false,
          },
        },
      ];
    }),
  );
  const taken = byCode.flatMap(({ problem }) => problem.evidence);
  const byName = namedKinds.flatMap(({ kind, words }) =>
    [...matchesIn(one, words)].flatMap(({ said, start, end }): Keyed[] => {
      const assertion = one.asserted.of(start, end);
      if (assertion === 'other-person' || assertion === 'history' || isCodedAlready(said, everyCode))
        return [];
      // Where diagnoses are coded, other names count only where a line names a problem.
      if (coded.length > 0 && !clause.isHead) return [];
      const [from, to] = [clause.start + start, clause.start + end];
      if (taken.some((span) => span.start < to && from < span.end)) return [];
      const uncertain = assertion === 'uncertain';
      return [
        {
          key: said.toLowerCase(),
          problem: {
            named: kind,
            what: said,
            evidence: [spanIn(one, start, end)],
            own: text,
            about,
            uncertain,
          },
        },
      ];
    }),
  );
  return [...byCode, ...withoutRepeats(byName, byCode)];
}

/** Two codes of one span or one category are one problem: `CHF` as heart failure and as what it is due to. */
function onceEach(found: readonly Keyed[]): Keyed[] {
  const seen = new Set<string>();
  return found.filter(({ key, problem: { evidence } }) => {
    const span = `${evidence[0]?.start} ${evidence[0]?.end}`;
    const isNew = !seen.has(key) && !seen.has(span);
    seen.add(key).add(span);
    return isNew;
  });
}

/** Of names that overlap the first kind counts; beside a code in the same line a name is most often the same thing. */
function withoutRepeats(byName: readonly Keyed[], byCode: readonly Keyed[]): Keyed[] {
  const kept: Keyed[] = [];
  for (const one of byName) {
    const [span] = one.problem.evidence;
    const overlaps = kept.some(({ problem: { evidence } }) =>
      evidence.some((other) => span && other.start < span.end && span.start < other.end),
    );
    const isVague = byCode.length > 0 && one.problem.named !== 'chronic' && !one.problem.uncertain;
    if (!overlaps && !isVague) kept.push(one);
  }
  return kept;
}

const shorten = (title: string) => (title.length > 60 ? `${title.slice(0, 57)}…` : title);

function asElement(problem: NamedProblem, hospital: boolean): EvaluationElement {
  const [kind, counts] = kindOf(problem, hospital);
  return { area: 'problems', kind, what: problem.what, counts, evidence: problem.evidence };
}

/** The kind of a problem: first what threatens, then what lasts, then what passes. */
function kindOf(
  { code, named, own, about, uncertain }: NamedProblem,
  hospital: boolean,
): [kind: string, counts: string] {
  if (/\bresolved\b/i.test(own) && !/\bnot (?:yet )?resolved|un ?resolved\b/i.test(own)) {
    return ['self-limited', 'a problem that has resolved'];
  }
  const isChronic = /\bchronic\b/i.test(own) || (code ? isChronicCode(code) : named === 'chronic');
  if ((code ? isThreatCode(code) : named === 'threat-to-life') && !uncertain) {
    return ['threat-to-life', 'a threat to life or function in the near term'];
  }
  if (isChronic && !uncertain) {
    if (code && isInRemission(code)) return ['stable-chronic', 'a chronic illness, told as in remission'];
    // An exacerbation is severe where it may need a higher level of care (CPT E/M guidelines, definitions).
    if (severe.test(about) || (hospital && exacerbated.test(about)))
      return ['severe-chronic', 'a chronic illness with severe exacerbation or progression'];
    if (unstable.test(about))
      return ['unstable-chronic', 'a chronic illness that is not at its treatment goal'];
    const said = stable.test(about) ? 'told as stable' : 'nothing tells that it is not stable';
    return ['stable-chronic', `a chronic illness, ${said}`];
  }
  if (uncertain || (code && isAlarmingSign(code)) || named === 'undiagnosed-new') {
    const worked = uncertain || newProblem.test(about) || workUp.test(about) || named === 'undiagnosed-new';
    if (worked) return ['undiagnosed-new', 'a new problem without a diagnosis, its prognosis uncertain'];
  }
  if (code ? isSystemicCode(code) : named === 'systemic-illness') {
    return ['systemic-illness', 'an acute illness with systemic symptoms'];
  }
  if (systemicWords.test(about)) return ['systemic-illness', 'an acute illness, told with systemic signs'];
  // In the routine course after an injury it is no longer what it was at first.
  if (code && /^[ST].*[DG]$/.test(code))
    return ['acute-uncomplicated', 'an injury in the course of its healing'];
  if (code ? isComplicatedInjury(code) : named === 'complicated-injury') {
    return ['complicated-injury', 'an acute complicated injury'];
  }
  if (code && /^[ST]/.test(code) && complicatedWords.test(about)) {
    return ['complicated-injury', 'an injury told with complications'];
  }
  if (code ? isMinorCode(code) : named === 'self-limited') {
    return ['self-limited', 'a self-limited or minor problem'];
  }
  return ['acute-uncomplicated', 'an acute, uncomplicated illness or injury'];
}
