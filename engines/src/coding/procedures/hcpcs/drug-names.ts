/** Another name of a drug: a brand, an abbreviation, or a generic name with the salt that is meant without it. */
export interface Alias {
  /** Folded: lower case, blanks for hyphens. */
  name: string;
  /** Words that the HCPCS title must have. */
  words: string[];
  /** Words for which the record need not speak, because the name stands for them: `depot`. */
  implies?: string[];
  /** It is meant only when given this way. */
  route?: string;
}

/**
 * What clinicians write in the United States for drugs given in clinics, and the words by which HCPCS titles know
 * them. Written for Superbill from general knowledge. `name, name = words of the title + what the name implies
 * @ route`. Generic names stand here only where a title wants a salt that is never written.
 */
const table = `
rocephin = ceftriaxone
ancef, kefzol = cefazolin
claforan = cefotaxime
maxipime = cefepime
mefoxin = cefoxitin
fortaz, tazicef = ceftazidime
zinacef = cefuroxime
teflaro = ceftaroline
zithromax, azithro = azithromycin
cleocin = clindamycin
vanco, vancocin = vancomycin
zosyn, pip tazo, piperacillin tazobactam = piperacillin tazobactam
unasyn, ampicillin sulbactam, amp sulbactam = ampicillin sulbactam
ampicillin = ampicillin
invanz = ertapenem
merrem = meropenem
cubicin = daptomycin
levaquin = levofloxacin
cipro = ciprofloxacin
flagyl = metronidazole
zyvox = linezolid
dalvance = dalbavancin
gentamicin, gent, garamycin = gentamicin
depo estradiol = estradiol cypionate
bicillin la, bicillin l a, bicillin, pcn g benzathine, benzathine penicillin, benzathine pcn, penicillin benzathine, penicillin g benzathine = penicillin benzathine
bicillin cr, bicillin c r = penicillin benzathine procaine
penicillin g procaine, procaine penicillin = penicillin procaine
penicillin g potassium, pfizerpen, pcn g potassium = penicillin potassium
diflucan = fluconazole
toradol = ketorolac
zofran = ondansetron
phenergan = promethazine
compazine = prochlorperazine
reglan = metoclopramide
benadryl = diphenhydramine
vistaril = hydroxyzine
ativan = lorazepam
valium = diazepam
versed = midazolam
haldol decanoate, haldol dec, haldol d = haloperidol + decanoate
haldol, haloperidol = haloperidol
geodon = ziprasidone
cogentin = benztropine
dilaudid = hydromorphone
demerol = meperidine
nubain = nalbuphine
stadol = butorphanol
narcan = naloxone
imitrex, sumatriptan = sumatriptan
dhe, d h e, dhe 45 = dihydroergotamine
lasix = furosemide
bumex = bumetanide
pepcid = famotidine
protonix = pantoprazole
tylenol iv, ofirmev, iv acetaminophen = acetaminophen
robaxin = methocarbamol
norflex = orphenadrine
decadron, dexamethasone, dex sodium phosphate = dexamethasone phosphate
dexamethasone acetate = dexamethasone acetate
solu medrol, solumedrol, methylpred succinate = methylprednisolone succinate
depo medrol, depomedrol = methylprednisolone acetate
methylprednisolone, methylpred @ iv = methylprednisolone succinate
kenalog, triamcinolone, triamcinolone acetonide, triam = triamcinolone acetonide
triesence = triamcinolone acetonide + preservative
zilretta = triamcinolone acetonide + preservative extended release microsphere
aristospan = triamcinolone hexacetonide
celestone, celestone soluspan, betamethasone = betamethasone acetate phosphate
solu cortef, solucortef, hydrocortisone = hydrocortisone succinate
epi, epinephrine, adrenalin, epipen = epinephrine
terbutaline, brethine = terbutaline
glucagen = glucagon
adenocard, adenosine = adenosine
atropine = atropine
lovenox = enoxaparin
fragmin = dalteparin
arixtra = fondaparinux
heparin flush, heparin lock flush, heplock, hep lock = heparin + flush lock
heparin = heparin
vitamin k, phytonadione, aquamephyton, mephyton = phytonadione
b12, vitamin b12, vit b12, vit b 12, vitamin b 12, b 12, cyanocobalamin = cyanocobalamin
thiamine, vitamin b1, vit b1 = thiamine
folate = folic acid
mag sulfate, magnesium, magnesium sulfate, mag = magnesium sulfate
kcl, potassium chloride = potassium
depo provera, depoprovera, dmpa, depo subq provera, medroxyprogesterone = medroxyprogesterone
depo testosterone, depotestosterone, testosterone cyp, testosterone cypionate, test cyp = testosterone cypionate
delestrogen = estradiol valerate
xyosted, testosterone enanthate = testosterone enanthate
aveed = testosterone undecanoate
makena = hydroxyprogesterone
rhogam, rho gam = rho d immune globulin + full
lupron depot = leuprolide + depot suspension
eligard = leuprolide + depot suspension
zoladex = goserelin + implant
trelstar = triptorelin
firmagon = degarelix
faslodex = fulvestrant
sandostatin lar, sandostatin lar depot = octreotide + depot
sandostatin = octreotide + nondepot
somatuline, somatuline depot = lanreotide
prolia, xgeva = denosumab
reclast, zometa, zoledronate = zoledronic acid
boniva = ibandronate
aredia = pamidronate
evenity = romosozumab
forteo = teriparatide
venofer = iron sucrose
injectafer = ferric carboxymaltose
feraheme, ferumoxytol = ferumoxytol
infed, iron dextran = iron dextran
monoferric = ferric derisomaltose
ferrlecit = ferric gluconate
epogen, procrit = epoetin alfa
aranesp = darbepoetin
neupogen = filgrastim
neulasta = pegfilgrastim
granix = tbo filgrastim
remicade = infliximab
simponi aria = golimumab
orencia = abatacept
actemra = tocilizumab
humira = adalimumab
cimzia = certolizumab
entyvio = vedolizumab
stelara = ustekinumab
tysabri = natalizumab
ocrevus = ocrelizumab
rituxan = rituximab
benlysta = belimumab
soliris = eculizumab
ultomiris = ravulizumab
krystexxa = pegloticase
xolair = omalizumab
nucala = mepolizumab
fasenra = benralizumab
tezspire = tezepelumab
avastin = bevacizumab
herceptin = trastuzumab
keytruda = pembrolizumab
opdivo = nivolumab
tecentriq = atezolizumab
imfinzi = durvalumab
yervoy = ipilimumab
erbitux = cetuximab
vectibix = panitumumab
perjeta = pertuzumab
kadcyla = ado trastuzumab emtansine
enhertu = fam trastuzumab deruxtecan
darzalex = daratumumab
darzalex faspro = daratumumab + hyaluronidase
velcade = bortezomib
kyprolis = carfilzomib
taxol = paclitaxel
taxotere = docetaxel
abraxane = paclitaxel + protein bound
alimta = pemetrexed
paraplatin = carboplatin
gemzar = gemcitabine
camptosar = irinotecan
eloxatin = oxaliplatin
adriamycin = doxorubicin
doxil = doxorubicin + liposomal
cytoxan = cyclophosphamide
mtx, methotrexate = methotrexate
adrucil = fluorouracil
aloxi = palonosetron
emend iv, emend = fosaprepitant
eylea = aflibercept
eylea hd = aflibercept hd
lucentis = ranibizumab
vabysmo = faricimab
botox = onabotulinumtoxina
dysport = abobotulinumtoxina
myobloc = rimabotulinumtoxinb
xeomin = incobotulinumtoxin
invega sustenna = paliperidone
abilify maintena = aripiprazole
risperdal consta = risperidone
vivitrol = naltrexone + depot
sublocade = buprenorphine + extended release
zyprexa relprevv = olanzapine + acting long
zyprexa im = olanzapine
prolixin decanoate, fluphenazine decanoate = fluphenazine + decanoate
euflexxa = euflexxa
synvisc, synvisc one = synvisc
supartz = supartz
orthovisc = orthovisc
monovisc = monovisc
gel one = gel one
durolane = durolane
ns, normal saline, 0 9 nacl, nss = normal saline
lr, lactated ringers, ringers lactate, lactated ringer = ringers
d5w = d5w
albuterol, proventil, ventolin = albuterol
duoneb, ipratropium albuterol, albuterol ipratropium = albuterol ipratropium
ipratropium, atrovent = ipratropium
pulmicort, budesonide = budesonide
xopenex, levalbuterol = levalbuterol
lexiscan = regadenoson
kinevac = sincalide
tpa, activase, alteplase, cathflo = alteplase
ivig = immune globulin
tnkase = tenecteplase
leqvio = inclisiran
nexplanon = etonogestrel
paragard = copper
apretude = cabotegravir
cabenuva = cabotegravir rilpivirine
sunlenca = lenacapavir
skyrizi = risankizumab
tremfya = guselkumab
cosentyx = secukinumab
veklury = remdesivir
nplate = romiplostim
precedex = dexmedetomidine
diprivan = propofol
sublimaze = fentanyl
`;

let read: Alias[] | undefined;

/** The names of the table. */
export function aliases(): readonly Alias[] {
  read ??= table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', meaning = ''] = line.split(' = ');
      const [words = '', implied] = meaning.split(' + ');
      const [listed = '', route] = names.split(' @ ');
      return listed.split(', ').map(
        (name): Alias => ({
          name,
          words: words.split(' '),
          ...(implied && { implies: implied.split(' ') }),
          ...(route && { route }),
        }),
      );
    });
  return read;
}
