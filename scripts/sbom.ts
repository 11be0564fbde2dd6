/** The parts of a CycloneDX bill of materials that are looked at here. Source: CycloneDX 1.5, JSON. */
export interface Sbom {
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  properties?: { name: string; value: string }[];
}

/**
 * What a bill of materials says of an installation without tools for development. `npm sbom --omit=dev` cannot be asked: it
 * leaves out what both kinds need, such as the driver of the database. Our own packages get their names in place of
 * the folders they lie in.
 */
export function withoutTools(sbom: Sbom): Sbom {
  const components = sbom.components.filter((component) => !has(component, 'development')).map(named);
  const refs = new Set([sbom.metadata.component, ...components].map((component) => component['bom-ref']));
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: named(sbom.metadata.component) },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}

function has({ properties = [] }: Component, what: 'development' | 'private'): boolean {
  return properties.some(({ name, value }) => name === `cdx:npm:package:${what}` && value === 'true');
}

function named(component: Component): Component {
  if (!has(component, 'private')) return component;
  return { ...component, name: component['bom-ref'].replace(/@[^@]{1,40}$/, '') };
}
