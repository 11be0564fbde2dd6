/**
 * Whether a procedure is a preventive visit, which plans pay in full: it explains to a patient why another
 * service on the same day is not free. Source: CPT 99381–99397 (preventive medicine) and HCPCS G0402, G0438,
 * G0439 (Medicare wellness visits); 45 CFR 147.130.
 */
export function isPreventive(procedure: string): boolean {
  return /^(9938[1-7]|9939[1-7]|G0402|G0438|G0439)$/.test(procedure);
}
