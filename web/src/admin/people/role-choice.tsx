import { Checkbox, Stack } from '@mantine/core';
import { type Role, roleCatalog, roleNames, roles } from '@superbill/contract';

interface Props {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
}

/** The roles somebody holds, each with what it is for. */
export function RoleChoice({ value, onChange, error }: Props) {
  return (
    <Checkbox.Group
      label="Roles"
      description="Each is a hat; with several, the person chooses which one is on"
      value={[...value]}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
      error={error}
      mt="sm"
    >
      <Stack gap={6} mt={6}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={roleNames[role]} description={roleCatalog[role].does} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
