import { Switch } from '@mantine/core';
import {
  type Permission,
  permissions,
  permissionWords,
  type ResponseOf,
  type RoleView,
  routes,
  roles as staffRoles,
} from '@superbill/contract';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { Page, Panel, ReadState, toast, toastProblem } from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import style from './roles.module.css';

/** What each role may do, in words; a practice takes away, and gives back what it took, never more. */
export default function RolesPage() {
  const read = useRead(routes.readRoles, {});
  return (
    <Page title="Roles" detail="Turn off what a role does not need here. Nothing can be added to a role.">
      <SectionLinks of="people" />
      <ReadState read={read} lines={16}>
        {(whole) => <Matrix whole={whole} />}
      </ReadState>
    </Page>
  );
}

type Whole = ResponseOf<typeof routes.readRoles>;

function Matrix({ whole }: { whole: Whole }) {
  const shown = whole.roles.filter(({ permissions }) => permissions.length > 0);
  const asked = permissions.filter((permission) =>
    shown.some((role) => role.permissions.includes(permission)),
  );
  const personal = whole.denials.filter(({ user }) => user !== null);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label="Permissions by role">
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">May …</th>
              {shown.map((role) => (
                <th key={role.role} scope="col" title={role.does}>
                  {role.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.map((permission) => (
              <tr key={permission}>
                <th scope="row">{permissionWords[permission]}</th>
                {shown.map((role) => (
                  <td key={role.role}>
                    <Cell role={role} permission={permission} denials={whole.denials} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {personal.length > 0 && (
        <Panel title="Taken away from one person">
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {personal.map((denial) => (
              <li key={denial.id}>
                {denial.user?.name}: {permissionWords[denial.permission]} (by {denial.deniedBy})
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

interface CellProps {
  role: RoleView;
  permission: Permission;
  denials: Whole['denials'];
}

function Cell({ role, permission, denials }: CellProps) {
  const { may } = useSession();
  const deny = useChange(routes.denyPermission, { invalidates: [routes.readRoles] });
  const lift = useChange(routes.liftDenial, { invalidates: [routes.readRoles] });
  const asked = [...staffRoles, 'service-account' as const].find((each) => each === role.role);
  if (!role.permissions.includes(permission) || asked === undefined)
    return <span className={style.never}>–</span>;
  const denied = denials.find((denial) => denial.role === role.role && denial.permission === permission);
  const name = `${role.name}: ${permissionWords[permission]}`;
  const giveBack = (denialId: string) => lift.mutate({ params: { denialId } }, { onError: toastProblem });
  const takeAway = () =>
    deny.mutate(
      { body: { from: { role: asked }, permission } },
      {
        onError: toastProblem,
        onSuccess: ({ id }) =>
          toast({ message: `Taken away from ${role.name.toLowerCase()}s.`, undo: () => giveBack(id) }),
      },
    );
  return (
    <Switch
      size="xs"
      aria-label={name}
      checked={!denied}
      disabled={!may('role.write') || role.fixed.includes(permission) || deny.isPending || lift.isPending}
      onChange={() => (denied ? giveBack(denied.id) : takeAway())}
    />
  );
}
