const listOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Everyday and clinical words that no title of a code set uses and that tell of no one. */
export const plainWords = listOf(`
  a about above active acute after again all also although always am an and any are as ask assessment at away
  back because been before began begin being better between both but by came can cannot cause caused causes
  changed check chronic clear clinic come comes complains complaint concern concerning consistent continue
  continues control controlled could current currently daily decreased denied denies described despite did do does
  done down due during each early either elevated episode episodes evaluate evaluation evening ever exam examination
  failed feels felt few find finding findings fine follow following follows for found frequent frequently from full
  gets give given goes going good got had has have having he her hers him his history home how however if impression
  improved improves improving in increase increased increasing into is it its just keep known last late later least
  less level levels like likely limited little lower made make man may mild mildly minimal moderate moderately more
  morning most mostly much near new newly night no none nor normal not notable note noted noticed now occasional
  of off often on once one only onset or other our out over overall pain patient persistent plan point poor poorly
  possible possibly prescribed present presented presenting presents previous previously prior probable probably
  problem put range rather recent recently recheck refill related remains report reported reports resolved returns
  review reviewed same sample secondary see seen severe severely she should show showed shows side significant since
  slight slightly slowly so some soon sore stable start started starting state stated states stay still stop stopped
  sudden suddenly suspected symptom symptoms take taken takes taking tender than that the their them then there
  these they this those though through to today told too took toward treated treatment trial tried uncontrolled
  under unchanged unclear unless until up upper use used uses using usual usually very visit was we week weeks well went
  were what when where which while who with within without woman work worse worsened worsening would yes yesterday
  yet
`);

/** Clinicians' abbreviations for conditions, sites and measures. */
export const clinicalAbbreviations = listOf(`
  abd afib aki aka als ams bka bmi bp bph bppv cad cabg chf ckd cld copd cva ddd djd dka dm dvt dx ef egfr esrd
  etoh ftt fx gerd gi gib gu hct hdl hf hfpef hfref hgb hld htn ibd ibs icd ldl lbp le loc lue lvh mdd mgus mrsa ms nash
  nafld neg npdr nsaid nstemi oa ocd osa pad pcos pdr pe pna ptsd pud pvd ra rad rls rle rue sle sob stemi svt sx tb
  tbi tia tsh uri us uti wbc wnl
`);

/** Shown as they are although they hold a digit. */
export const wordsWithDigits = listOf(
  'a1c hba1c t1dm t2dm dm1 dm2 ckd1 ckd2 ckd3 ckd3a ckd3b ckd4 ckd5 covid-19',
);

/** After these a small number, a letter or a Roman numeral names a kind of disease. */
export const gradingWords = listOf(
  'type stage grade class category group hepatitis vitamin degree ckd nyha gold',
);

/** After these a number is a measured value. */
export const measureWords = listOf(
  'a1c hba1c bmi ef egfr gfr hgb hct hemoglobin creatinine potassium sodium glucose tsh ldl hdl wbc platelets',
);

/** Never shown: with them a date, an age or a number could be spelled out. */
export const neverShown = listOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
  christmas easter thanksgiving halloween
  zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million twenties thirties forties
  fifties sixties seventies eighties nineties nonagenarian centenarian supercentenarian first second third fourth fifth
  sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth oh nought
`);

/** After these a word with a capital is a name. */
export const namingWords = listOf(`
  mr mrs ms miss mx dr doctor prof professor sir madam rev father mother sister brother son daughter wife husband
  spouse partner aunt uncle nephew niece cousin grandmother grandfather friend neighbor nurse named called name pt
  by from at in near street
`);

/** Words of the vocabulary that are also names: hidden when they begin with a capital. */
export const nameWords = listOf(`
  amber angel art ash autumn baker barber bay bell berry bill bird bishop black blue bond bone bow boyd
  branch brook brooks brown buck bull burns bush butler buzz cane carpenter chance chase child church clay cliff coal
  cook cooper cotton crane cross crystal dale dash dawn day dean dell dew dolly drew duke dusty earl early eve faith
  farmer felt fern field finger fisher flint flood flower foot ford forest fountain fox frank freeman frost gale
  gardener gene glass glen golden grace grant gray green grey guy hale hall hand hardy harp hart hazel head heath heather
  hill holly hood hope horn house hunter iris ivory ivy jack jade jasmine jean jewel joy king knight lake
  lamb lance lane large lark laurel leaf lee light lily little long lord love lynch marble mark marsh mason may
  mercy miles mill miller misty mole moon moss myrtle neck noble north oak olive opal page palm park parker patience
  pearl penny pepper perch piper pike pine poole pope porter potter powers price prince rain ray reed rice rich ridge
  rivers robin rock rod root rose rosemary ruby ruddy rush rusty sage salmon sandy savage scarlet self serene shade
  sharp shepherd short singer skip skinner slaughter small smart smith snow south spear spring stark star steel stone
  storm strange strong sterling stout summer swallow swan sweet tanner taylor temple thorn tiger tucker turner
  vale victor victory violet wade walker wall ward waters way weaver webb weeks west wheat white will winter wise
  wolf wood woods worth wright yellow young
`);
