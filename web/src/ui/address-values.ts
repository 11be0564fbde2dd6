/** An address as a form holds it: every part is text, empty while nothing is entered. */
export interface AddressValues {
  line1: string;
  line2: string;
  city: string;
  state: string;
  zip: string;
}

/** An address as the server takes and gives it; ZIP codes have five or nine digits. */
export interface AddressInput {
  line1: string;
  line2?: string | undefined;
  city: string;
  state: string;
  zip: string;
}

export const emptyAddress: AddressValues = { line1: '', line2: '', city: '', state: '', zip: '' };

export function addressValues(address: AddressInput | undefined): AddressValues {
  return address ? { ...address, line2: address.line2 ?? '' } : emptyAddress;
}

/** Undefined when nothing of the address is entered; ZIP codes lose their hyphen. */
export function addressInput(values: AddressValues): AddressInput | undefined {
  const { line1, line2, city, state, zip } = values;
  if ([line1, line2, city, state, zip].every((part) => part.trim() === '')) return undefined;
  return {
    line1,
    ...filled('line2', line2),
    city,
    state: state.toUpperCase(),
    zip: zip.replace(/[\s-]/g, ''),
  };
}

/** The field, when something is entered. */
export function filled<Name extends string>(name: Name, value: string): { [N in Name]?: string } {
  return value.trim() === '' ? {} : ({ [name]: value.trim() } as { [N in Name]?: string });
}

/** An address is left out whole or given whole. */
export function missingInAddress(values: AddressValues, path: string): Record<string, string> {
  const address = addressInput(values);
  if (!address) return {};
  return {
    ...missing(values.line1, `${path}.line1`, 'Enter the street.'),
    ...missing(values.city, `${path}.city`, 'Enter the city.'),
    ...missing(values.state, `${path}.state`, 'Choose the state.'),
    ...(/^\d{5}(\d{4})?$/.test(address.zip) ? {} : { [`${path}.zip`]: 'Enter five or nine digits.' }),
  };
}

/** What is said beneath a field that is needed and empty. */
export function missing(value: string, path: string, words: string): Record<string, string> {
  return value.trim() === '' ? { [path]: words } : {};
}
