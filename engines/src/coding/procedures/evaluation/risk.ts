import type { EvaluationElement } from '../../../model/index.ts';
import { drugKind, prescriptionStrength } from './managed-drugs.ts';
import { matchesIn, type ReadClause, spanIn } from './reading.ts';

interface Sign {
  kind: string;
  counts: string;
  words: RegExp;
  /** What the same sentence must not say. */
  unless?: RegExp;
}

const never =
  /\b(?:no need|not needed|not necessary|not indicated|does not need|no indication|without need|not require\w*|avoid\w*)\b/i;

/** What was decided, by its words. Kinds and levels: CPT E/M guidelines, table of medical decision making, risk. */
const signs: readonly Sign[] = [
  {
    kind: 'hospitalization',
    counts: 'a decision about hospital care',
    words:
      /\b(?:admit(?:ted)? (?:to|for|under|patient)|admission (?:to|for|was)|will be admitted|(?:consider|considered|discussed|offered|recommend\w*) (?:hospital )?(?:admission|hospitalization)|hospitalize|will be hospitalized|transfer(?:red)? to (?:the )?(?:hospital|ed|er|emergency|icu|higher|tertiary)|sen[dt] (?:\w+ )?to (?:the )?(?:ed|er|emergency \w+)|direct admission|observation status|place in observation|escalat\w+ (?:of|to) (?:hospital|icu|care)|call(?:ed)? (?:911|ems))\b/gi,
    unless:
      /\b(?:if|return to|go to|prior|previous|last|history|hx|recent(?:ly)?|years?|months?|weeks? ago|after|since|following|s\/p|status post|avoid|follow-?up|no need)\b/i,
  },
  {
    // `Admission discussed, stays home; back if worse`: what was weighed counts, whatever was decided.
    kind: 'hospitalization',
    counts: 'a decision about hospital care',
    words:
      /\b(?:admission|hospitali[sz]ation)(?: to (?:the )?hospital)? (?:was |were )?(?:discussed|considered|offered|recommended|advised|declined)\b/gi,
    unless:
      /\b(?:prior|previous|last|history|hx|years?|months?|weeks? ago|no need|not (?:discussed|considered))\b/i,
  },
  {
    kind: 'not-resuscitate',
    counts: 'a decision not to resuscitate or to de-escalate care',
    words:
      /\b(?:dnr|do[- ]not[- ]resuscitate|comfort (?:care|measures)|hospice|withdraw\w* (?:of )?(?:care|support)|de-escalat\w+)\b/gi,
    unless: /\b(?:already|known|on file|previously|existing)\b/i,
  },
  {
    kind: 'emergency-surgery',
    counts: 'a decision for emergency major surgery',
    words:
      /\b(?:emergen(?:t|cy)|urgent|stat) (?:surgery|surgical \w+|appendectomy|laparotomy|cholecystectomy|c-?section|cesarean|craniotomy|orif|operative \w+)\b|\btaken to (?:the )?or\b/gi,
  },
  {
    kind: 'major-surgery',
    counts: 'a decision for elective major surgery',
    words:
      /\b(?:(?:schedul\w{0,8}|proceed\w{0,8}|plan(?:ned|ning)?|elect\w{0,8}|consent\w{0,8}|recommend\w{0,8}|decision|agree\w{0,8}|wishes|decided|book\w{0,8}|candidate)\b[^.;]{0,50}?\b(?:surgery|arthroplasty|(?:knee|hip|shoulder) replacement|tka|tha|hysterectomy|cholecystectomy|appendectomy|hernia repair|herniorrhaphy|colectomy|mastectomy|prostatectomy|thyroidectomy|cabg|bypass|laminectomy|spinal fusion|discectomy|orif|rotator cuff repair|acl reconstruction|carpal tunnel release|cataract surgery|tonsillectomy|nephrectomy|bariatric surgery|gastric bypass|carotid endarterectomy|pacemaker))\b/gi,
    unless:
      /\b(?:history of|s\/p|status post|prior|previous|not a candidate|declin\w+|deferr?\w*|refer\w* (?:to|for))\b/i,
  },
  {
    kind: 'minor-surgery',
    counts: 'a decision for a minor procedure',
    words:
      /\b(?:incision and drainage|i ?& ?d|laceration repair|suturing|sutures? placed|shave biopsy|punch biopsy|skin biopsy|excision of|cryotherapy|cryosurgery|joint injection|(?:knee|shoulder|hip|bursa|trigger (?:point|finger)) injection|nail avulsion|foreign body removal|endometrial biopsy|skin tag removal|iud (?:insertion|placement)|nexplanon (?:insertion|placement))\b/gi,
    unless: /\b(?:history of|s\/p|status post|prior|previous|declin\w+)\b/i,
  },
  {
    kind: 'social-determinants',
    counts: 'social conditions that limit diagnosis or treatment',
    words:
      /\b(?:homeless\w*|unhoused|housing (?:insecur\w+|instab\w+)|unstable housing|food insecur\w+|(?:can ?not|can't|could not|couldn't|unable to|not able to) afford|cost of (?:the )?(?:medication|medicine|insulin|treatment)s?|(?:no|lack of|lacks|without) (?:reliable )?transportation|uninsured|no insurance|lost (?:his|her|their) (?:insurance|job|housing)|low health literacy|living in (?:a )?shelter|financial (?:strain|hardship|barriers?)|social determinants?)\b/gi,
  },
  {
    kind: 'parenteral-controlled',
    counts: 'a controlled substance given by injection',
    words:
      /\b(?:(?:morphine|hydromorphone|dilaudid|fentanyl|ketamine|lorazepam|ativan|diazepam|valium|midazolam|versed|meperidine)(?: \d+(?:\.\d+)? ?(?:mg|mcg))? (?:iv|im|ivp)|iv (?:morphine|hydromorphone|dilaudid|fentanyl|ketamine|lorazepam|ativan|opioids?|narcotics?))\b/gi,
  },
  {
    kind: 'therapy',
    counts: 'therapy without drugs',
    words:
      /\b(?:physical therapy|occupational therapy|pt referral|refer\w* to (?:pt|physical therapy)|splint\w*|brace|crutches|compression stockings|elastic bandage|ace wrap|counsel(?:ing|ling)|cbt|psychotherapy|home exercise\w*)\b/gi,
  },
  {
    kind: 'no-treatment',
    counts: 'rest, fluids, watching: minimal risk',
    words:
      /\b(?:(?<!\bat )rest(?! of\b)|fluids|ice(?![- ](?:cleats?|grips?|skat\w+|rink|hockey|cream|fish\w+|storm|chips)\b)|supportive care|reassur\w+|observation|watchful waiting|symptomatic (?:care|treatment)|saline (?:rinse|gargle)s?|warm compress\w*|no treatment)\b/gi,
  },
];

const toxic =
  /\b(?:methotrexate|lithium|amiodarone|digoxin|clozapine|cyclosporine|tacrolimus|chemotherapy|carboplatin|cisplatin|azathioprine|leflunomide|mycophenolate|vancomycin|gentamicin|isotretinoin|accutane|valproate|depakote|theophylline|phenytoin)\b/gi;
const monitored =
  /\b(?:monitor\w{0,8}|toxicity|level|levels|trough|surveillance|(?:check|repeat|order|obtain|review)[^.;]{0,48}?(?:cbc|lfts?|liver|creatinine|renal function|tsh|labs))\b/i;
/** Verbs and forms by which a drug is managed, and not only listed. */
const managing =
  /\b(?:start\w*|begin|began|initiat\w*|prescri\w+|rx|continue\w*|increas\w*|decreas\w*|refill\w*|renew\w*|stop\w*|discontinu\w*|switch\w*|chang\w*|titrat\w*|adjust\w*|add\w*|tak(?:e|ing)|trial|given|gave|administered|received|restart\w*|resume\w*|hold|treat\w*|use|apply|sent|send|e-?prescrib\w*|taper\w*|wean\w*|on|with|daily|bid|tid|qid|qhs|prn|as needed|nightly|weekly|once|twice|times (?:a|per) day|try|trying|topical(?:ly)?|nasal(?:ly)?|oral(?:ly)?|gel|cream|ointment|lotion|patch(?:es)?|drops|spray|inhaled|mg|mcg|units|reduce\w*|uptitrat\w*|maintain\w*)\b/i;
const generic =
  /\b(?:prescri(?:bed|ption)s? (?:for|sent|given|antibiotics?|medications?|drug management)|(?:oral |topical |iv |empiric )?antibiotics? (?:prescribed|started|given|sent|x|for)|(?:start|started|begin|prescribed|prescribe|continue|given) (?:on )?(?:oral |topical |iv |empiric )?(?:antibiotics?|antivirals?|steroids?|ssri|inhaler)|refill(?:ed|s)? (?:of )?(?:all |current |his |her |home )*(?:medications?|meds)|(?:continue|adjust\w*|chang\w*|increas\w*) (?:all |current |his |her |present |same |home )*(?:medications?|meds|regimen)|prescription drug management|medication (?:management|adjust\w+|chang\w+))\b/gi;

/** Said of a drug that is also sold over the counter: `diclofenac gel, OTC`. */
const soldWithin = 50;
const soldFreely = /^[^,.;]{0,30},? ?\(?(?:otc|over[- ]the[- ]counter)\b/i;

/** A drug with its strength behind a word of managing is managed, whatever its name. */
const withStrength =
  /\b(?:start|begin|prescribe|continue|increase|decrease|refill|switch to|change to|restart|resume|add|titrate|reduce|taper|trial of)(?:e?d|ing|s)? (?:on |with |to |her |his |oral |topical |inhaled |the )?(?<drug>[a-z][a-z-]{3,24}) (?:to )?\d+(?:\.\d+)? ?(?:mg|mcg|units?|g|gm|ml|puffs?|drops?|tabs?|%)/gi;

/** Sections in which what is said was decided at this visit. */
const deciding = new Set(['assessment', 'plan', 'impression', 'procedure', 'body']);
const riskWords =
  /\b(?:risk factors?|high[- ]risk|increased (?:surgical|operative|perioperative) risk|anticoagulat\w+|on warfarin|comorbid\w*|elevated (?:surgical|operative) risk|perioperative risk|cardiac risk|asa (?:iii|iv|3|4))\b/i;

/** What was decided that carries risk, each kind once, with every drug that is managed as its own element. */
export function risksIn(clauses: readonly ReadClause[]): EvaluationElement[] {
  const found = new Map<string, EvaluationElement>();
  const add = (read: ReadClause, kind: string, what: string, counts: string, start: number, end: number) => {
    const key = `${kind} ${what.toLowerCase()}`;
    if (!found.has(key))
      found.set(key, { area: 'risk', kind, what, counts, evidence: [spanIn(read, start, end)] });
  };
  for (const read of clauses) {
    const { document, clause } = read;
    if (document.kind !== 'note' && document.kind !== 'addendum') continue;
    const decides = deciding.has(clause.section.kind);
    if (decides) {
      for (const { kind, counts, words, unless } of signs) {
        if (unless?.test(read.text) || (kind !== 'social-determinants' && never.test(read.text))) continue;
        for (const { said, start, end } of matchesIn(read, words)) {
          const [own, why] = surgical(kind, counts, read.text);
          add(read, own, said, why, start, end);
        }
      }
      addDrugs(read, add);
    } else if (clause.section.kind === 'social-history' || clause.section.kind === 'present-illness') {
      const social = signs.find(({ kind }) => kind === 'social-determinants');
      for (const { said, start, end } of social ? matchesIn(read, social.words) : []) {
        add(read, 'social-determinants', said, social?.counts ?? '', start, end);
      }
    }
  }
  return onlyOne([...found.values()]);
}

/** Surgery with risk factors of the patient or the procedure counts more. */
function surgical(kind: string, counts: string, text: string): [string, string] {
  if (!/^m(?:ajor|inor)-surgery$/.test(kind) || !riskWords.test(text)) return [kind, counts];
  return [`${kind}-with-risk`, `${counts} with identified risk factors`];
}

type Add = (read: ReadClause, kind: string, what: string, counts: string, start: number, end: number) => void;

function addDrugs(read: ReadClause, add: Add): void {
  const { text } = read;
  for (const { said, start, end } of matchesIn(read, toxic)) {
    if (monitored.test(text))
      add(read, 'toxicity-monitoring', said, 'drug therapy that is monitored for toxicity', start, end);
  }
  for (const { said, start, end } of matchesIn(read, generic)) {
    add(read, 'prescription-drug', said, 'prescription drug management', start, end);
  }
  if (!managing.test(text)) return;
  const strong = prescriptionStrength.exec(text);
  if (strong) {
    add(
      read,
      'prescription-drug',
      strong[0],
      'prescription drug management',
      strong.index,
      strong.index + strong[0].length,
    );
  }
  for (const { start, end, groups } of matchesIn(read, withStrength)) {
    const drug = groups.drug ?? '';
    if (drugKind(drug) !== undefined) continue;
    add(read, 'prescription-drug', drug, 'prescription drug management', start, end);
  }
  for (const { said, start, end } of matchesIn(read, /[A-Za-z][A-Za-z-]{2,24}/g)) {
    const kind = drugKind(said);
    if (strong?.[0].toLowerCase().startsWith(said.toLowerCase())) continue;
    if (!kind || /\ballerg/i.test(text) || read.asserted.of(start, end) === 'history') continue;
    if (kind === 'prescription' && !soldFreely.test(text.slice(end, end + soldWithin)))
      add(read, 'prescription-drug', said, 'prescription drug management', start, end);
    else add(read, 'over-the-counter', said, 'a drug sold over the counter', start, end);
  }
}

/** Of several signs of one decision only the first is kept; drugs are told one by one. */
function onlyOne(elements: readonly EvaluationElement[]): EvaluationElement[] {
  const each = new Set(['prescription-drug', 'over-the-counter', 'toxicity-monitoring']);
  const seen = new Set<string>();
  const toxicDrugs = new Set(
    elements.filter(({ kind }) => kind === 'toxicity-monitoring').map(({ what }) => what.toLowerCase()),
  );
  return elements.filter(({ kind, what }) => {
    if (kind === 'prescription-drug' && toxicDrugs.has(what.toLowerCase())) return false;
    if (each.has(kind)) return true;
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  });
}
