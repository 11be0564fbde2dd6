-- An auditor looks at what was done and changes nothing.
alter table user_role drop constraint user_role_role_check;
alter table user_role add constraint user_role_role_check check (role in
  ('coder', 'biller', 'physician', 'front-desk', 'supervisor', 'auditor', 'administrator'));
