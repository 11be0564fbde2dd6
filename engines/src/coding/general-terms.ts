/**
 * Main terms of the index that name no disease when they stand alone in running text. A list item that
 * consists of one of them is still looked up.
 */
export const generalTerms: ReadonlySet<string> = new Set(
  `old heat cold stress abnormal benign malignant symptom symptoms examination exam follow-up concern toxic allergic allergy sinus scale scales sugar
  papule papules pustule pustules screening mammogram discharge acute chronic history status injury infection inflammation swelling lesion lesions
  mass pain tenderness function functional rhythm deficiency disease disorder syndrome problem problems tumor growth cyst nodule nodules
  loss weight change changes failure strain movement limited limitation difficulty observation counseling test testing immunization vaccination
  complication complications care attention aftercare removal replacement fitting adjustment transplant graft device presence absence dependence
  use abuse exposure contact carrier work activity fall falls accident burn cut wound bite poisoning overdose reaction effect adverse normal
  pregnancy pregnant delivery birth newborn infant labor menopause age aging tension worry sleep exercise diet travel school drug medication
  hemoglobin sodium potassium glucose creatinine cholesterol platelet platelets vitamin iron calcium decline declines wheeze trait scar scars`.split(
    /\s+/,
  ),
);
