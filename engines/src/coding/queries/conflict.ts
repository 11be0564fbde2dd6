import type { Evidence } from '../../model/index.ts';
import { readAssertions } from '../assertion.ts';
import type { Mention } from '../mention.ts';
import type { ReadDocument } from '../rules/rule.ts';
import { type Asking, evidenceOfMention, isProviders } from './asking.ts';
import { exclusiveKinds } from './exclusive-kinds.ts';
import { named, quoted, type Raised, raise, shortest } from './raised.ts';
import { sidesInConflict } from './side-conflict.ts';
import { subjectOf } from './subject-of.ts';

const asks = 'Which of them does your clinical judgment support?';

/**
 * Places of a record that disagree. The attending provider is asked, and both are quoted (guidelines I.B.14 and III.B;
 * AHA Coding Clinic, first quarter 2014, p. 11, as cited there).
 */
export function conflicts(asking: Asking): Raised[] {
  return [...kindsInConflict(asking), ...deniedElsewhere(asking), ...sidesInConflict(asking)];
}

interface Placed {
  read: ReadDocument;
  mention: Mention;
}

const concluding = new Set(['assessment', 'impression']);
const told = new Set([
  'assessment',
  'impression',
  'plan',
  'body',
  'present-illness',
  'past-history',
  'problem-list',
  'complaint',
]);

/** One place calls it acute, type 1 or stage 3, and another chronic, type 2 or stage 4. */
function kindsInConflict(asking: Asking): Raised[] {
  return exclusiveKinds.flatMap(({ codes, about, kinds, said, lasting }) => {
    const found = new Map<string, Map<string, Placed>>();
    for (const read of asking.read.filter(
      (one) => isProviders(one) || (lasting && one.document.kind === 'problem-list'),
    )) {
      for (const mention of read.mentions) {
        const match = mention.assertion === 'present' ? codes.exec(mention.code) : null;
        const where = mention.clause.section.kind;
        if (!match || !(lasting ? told : concluding).has(where)) continue;
        if (said && !said.test(read.document.text.slice(mention.start, mention.end))) continue;
        const [, shared = '', kind = ''] = match;
        const known = found.get(shared) ?? new Map<string, Placed>();
        if (!known.has(kind)) known.set(kind, { read, mention });
        found.set(shared, known);
      }
    }
    return [...found.values()].flatMap((places) => {
      const [one, other] = [...places];
      if (!one || !other || (!lasting && isOneAssessment(one[1], other[1]))) return [];
      const [first, second] = [
        evidenceOfMention(one[1].read, one[1].mention),
        evidenceOfMention(other[1].read, other[1].mention),
      ];
      return [
        raise(
          'conflict',
          subjectOf(one[1].mention.code),
          4,
          `The record documents ${quoted(first)} and, in another place, ${quoted(second)}.`,
          `In your clinical judgment, can ${about} at this encounter be clarified?`,
          [...new Set([kinds[one[0]], kinds[other[0]], ...bothOf(one[0], other[0], kinds)])].flatMap(
            (kind) => kind ?? [],
          ),
          [first, second],
        ),
      ];
    });
  });
}

/** Acute and chronic may be true together. */
function bothOf(one: string, other: string, kinds: Readonly<Record<string, string>>): string[] {
  const acuity = Object.entries(kinds).find(([, kind]) => kind === 'Acute on chronic');
  return acuity && acuity[0] !== one && acuity[0] !== other ? [acuity[1]] : [];
}

/** Two entries of one list are two findings, or a change that the provider tells of. */
function isOneAssessment(one: Placed, other: Placed): boolean {
  return one.read === other.read;
}

/** Categories in which a report or a colleague may deny what the assessment states. */
const deniable =
  /^(?:J1[2-8]|J9[0356]|J81|I26|I82|I6[0-3]|S\d2|M80|K35|K8[015]|K56|K57|N1[0237]|N20|A4[01]|R65|I21|G93\.4|C|E4[0-6]|M86|I50|J44\.1|I33|L89)/;

/** A diagnosis of the assessment that a report finds absent, or that another provider rules out in a conclusion. */
function deniedElsewhere(asking: Asking): Raised[] {
  const doubtful = asking.settled.filter(
    ({ code, assertion }) => assertion === 'present' && deniable.test(code),
  );
  if (doubtful.length === 0 || asking.read.length < 2) return [];
  const denials = asking.read.flatMap((read) => denialsIn(read, asking));
  return doubtful.flatMap((candidate) => {
    const name = shortest(candidate.evidence);
    const denial = denials.find(
      ({ codes, evidence }) =>
        evidence.documentId !== name?.documentId &&
        codes.some((code) => code.slice(0, 3) === candidate.code.slice(0, 3)),
    );
    if (!name || !denial || areElsewhere(candidate.title, denial.evidence.quote)) return [];
    return [
      raise(
        'conflict',
        subjectOf(candidate.code),
        3,
        `The record documents ${named(name)} and, in ${denial.by}, ${quoted(denial.evidence)}.`,
        asks,
        [
          `${capital(name)} is confirmed (please state the clinical findings)`,
          `${capital(name)} was ruled out`,
          'It was suspected and not confirmed by the end of the encounter',
        ],
        [name, denial.evidence],
      ),
    ];
  });
}

interface Denial {
  codes: string[];
  by: string;
  evidence: Evidence;
}

const absence = /\b(?:no|not|without|w\/o|negative|neg|absent|excluded|ruled out)\b/i;
/** What the search for terms reads as part of a name: `heart disease without heart failure`. */
const absenceWords = /\b(?:no|not|without|w\/o)\b/gi;
const waiting = /\b(?:until|pending|if|yet|unless|await\w*|call it)\b/i;
const mostDenials = 40;
const longestDenial = 200;

/** The short sentences of a report, or of a provider's conclusion, that deny something, and the codes of it. */
function denialsIn({ document, clauses }: ReadDocument, { book }: Asking): Denial[] {
  const { documentId, version, kind } = document;
  if (kind === 'problem-list' || kind === 'result') return [];
  const isReport = kind === 'report';
  return clauses
    .filter(
      ({ section, text }) =>
        text.length <= longestDenial &&
        absence.test(text) &&
        !waiting.test(text) &&
        (isReport
          ? section.kind !== 'indication' && section.kind !== 'complaint'
          : concluding.has(section.kind)),
    )
    .slice(0, mostDenials)
    .flatMap(({ text, start, end, isQuestion }) => {
      const reading = readAssertions(text, isQuestion);
      const named = text.replaceAll(absenceWords, (word) => ' '.repeat(word.length));
      const codes = book
        .findTerms(named)
        .filter((match) => match.weight > 0.25 && reading.of(match.start, match.end) === 'negated')
        .map(({ code }) => code);
      const evidence = { documentId, version, start, end, quote: text };
      return codes.length > 0 ? [{ codes, by: isReport ? 'a report' : 'another note', evidence }] : [];
    });
}

/** A denial about the other side of the body. */
function areElsewhere(title: string, denial: string): boolean {
  const [is, other] = /\bright\b/i.test(title)
    ? [/\bright\b|\bR\b/i, /\bleft\b|\bL\b/]
    : [/\bleft\b|\bL\b/i, /\bright\b|\bR\b/];
  return /\b(?:right|left)\b/i.test(title) && other.test(denial) && !is.test(denial);
}

/** The name as an answer begins. */
function capital(name: { quote: string }): string {
  const line = named(name).slice(1, -1).slice(0, 80);
  return line.charAt(0).toUpperCase() + line.slice(1);
}
