import { Button } from '@mantine/core';
import { type OrganizationView, routes, timeZoneNames } from '@superbill/contract';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import { Facts, KeyHint, Page, Panel, ReadState, useKeys } from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { LocationsPanel } from './locations-panel.tsx';
import { OrganizationDialog } from './organization-dialog.tsx';

/** The practice as claims and bills name it, and the places where patients are seen. */
export default function OrganizationPage() {
  const read = useRead(routes.readOrganization, {});
  const [correcting, setCorrecting] = useState(false);
  useKeys([
    {
      key: 'e',
      does: 'Correct the practice',
      disabled: !read.data,
      run: () => setCorrecting(true),
    },
  ]);
  return (
    <Page title="Practice" detail="As claims and bills name it">
      <SectionLinks of="practice" />
      <Panel
        title="Organization"
        tools={
          read.data && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => setCorrecting(true)}
              rightSection={<KeyHint keys="e" />}
            >
              Correct
            </Button>
          )
        }
      >
        <ReadState read={read} lines={6}>
          {(organization) => <Facts facts={factsOf(organization)} />}
        </ReadState>
      </Panel>
      {read.data && <LocationsPanel address={read.data.address} />}
      {correcting && read.data && (
        <OrganizationDialog organization={read.data} onClose={() => setCorrecting(false)} />
      )}
    </Page>
  );
}

function factsOf({ name, npi, taxId, taxonomy, address, phone, submitterId, timeZone }: OrganizationView) {
  return [
    ['Name', name],
    ['NPI', npi],
    ['Tax id (EIN)', `${taxId.slice(0, 2)}-${taxId.slice(2)}`],
    ['Taxonomy', taxonomy],
    ['Address', addressLine(address)],
    ['Telephone', phone],
    ['Submitter id', submitterId],
    ['Time zone', timeZoneNames[timeZone]],
  ] as const;
}

/** `1 Example Street, Unit 2, Exampleton, OR 97001-0001` */
export function addressLine({ line1, line2, city, state, zip }: OrganizationView['address']): string {
  const code = zip.length === 9 ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip;
  return [line1, line2, city, `${state} ${code}`].filter(Boolean).join(', ');
}
