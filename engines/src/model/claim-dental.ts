/** DN1 */
export interface Orthodontics {
  /** DN101: months of treatment in all. */
  months?: number;
  /** DN102: months that remain, where the patient was transferred. */
  monthsRemaining?: number;
  /** DN104 */
  description?: string;
}

/** DN2 */
export interface ToothStatus {
  /** Universal national tooth designation. */
  tooth: string;
  /** `E` to be extracted, `I` impacted, `M` missing. */
  status: string;
}

/** TOO: a tooth that was treated, and its surfaces. */
export interface TreatedTooth {
  tooth: string;
  /** TOO03: `M`, `O`, `D`, `B`, `L`, `F`, `I`. */
  surfaces: string[];
}

/** SV3 and TOO: what a dental line says more. */
export interface DentalService {
  /** SV304: areas of the oral cavity, at most five. */
  oralCavity?: string[];
  /** SV305: `I` first placement of a prosthesis, `R` replacement. */
  prosthesis?: 'I' | 'R';
  teeth?: TreatedTooth[];
}
