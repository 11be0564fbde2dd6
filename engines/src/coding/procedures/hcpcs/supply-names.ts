/** A thing or service by the words clinicians use, and the words that its HCPCS titles must have. */
export interface SupplyName {
  name: string;
  words: string[];
  kind: 'supply' | 'service';
}

/** Written for Superbill from general knowledge: `name, name = words of the title`. */
const supplies = `
forearm crutches = crutches forearm pair
crutches = crutches underarm pair
walking boot, cam boot, cam walker boot, cam walker, walker boot = walking boot
cervical collar, soft collar, foam collar, soft cervical collar = cervical flexible foam collar
arm sling, sling = slings
wrist splint, wrist brace, cock up splint, wrist cock up splint = wrist hand orthosis cock
thumb spica splint, thumb spica, thumb spica brace = wrist hand finger orthosis shelf
knee immobilizer = knee orthosis immobilizer
hinged knee brace = knee orthosis elastic joints
ankle brace, ankle stirrup, ankle stirrup brace, lace up ankle brace, air stirrup = ankle orthosis gauntlet
finger splint, stax splint = finger splint static
post op shoe, postop shoe, surgical shoe, postoperative shoe, hard sole shoe, hard soled shoe = surgical boot shoe
rolling walker, front wheeled walker, wheeled walker, two wheeled walker = walker folding wheeled
quad cane = cane quad
cane = cane includes
wheelchair, standard wheelchair = standard wheelchair
nebulizer machine, home nebulizer, nebulizer with compressor, nebulizer compressor = nebulizer compressor
spacer, aerochamber, holding chamber = spacer bag reservoir
peak flow meter = peak expiratory meter
breast pump = breast pump
glucometer, glucose meter, blood glucose monitor, blood glucose meter = home glucose monitor
blood pressure monitor, bp monitor, home bp cuff = automatic pressure monitor
tens unit, tens device = transcutaneous electrical nerve stimulation tens
compression stockings, compression stocking = gradient compression stocking
`;

const services = `
subsequent annual wellness visit, annual wellness visit subsequent, subsequent awv, awv subsequent, subsequent medicare annual wellness visit = annual wellness visit personalized subsequent
initial annual wellness visit, annual wellness visit initial, initial awv, awv initial, first annual wellness visit = annual wellness visit personalized initial
medicare annual wellness visit, annual wellness visit, medicare wellness visit, awv = annual wellness visit personalized
welcome to medicare visit, welcome to medicare exam, ippe, initial preventive physical examination, initial preventive physical exam = initial preventive physical face
annual depression screening = annual depression screening
annual alcohol misuse screening = annual alcohol misuse screening
lung cancer screening counseling visit, ldct counseling visit = counseling visit lung screening
diabetes self management training, dsmt = diabetes outpatient self management individual
screening pap smear, screening pap = screening papanicolaou smear obtaining
`;

let read: SupplyName[] | undefined;

/** All names, the longest first. */
export function supplyNames(): readonly SupplyName[] {
  read ??= [...rows(supplies, 'supply'), ...rows(services, 'service')].sort(
    (a, b) => b.name.length - a.name.length,
  );
  return read;
}

function rows(table: string, kind: SupplyName['kind']): SupplyName[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', words = ''] = line.split(' = ');
      return names.split(', ').map((name) => ({ name, words: words.split(' '), kind }));
    });
}
