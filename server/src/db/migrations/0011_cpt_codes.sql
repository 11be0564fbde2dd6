-- A licensee's own list of CPT is a code set like the others: its codes can be assigned to a visit.
alter table code_assignment drop constraint code_assignment_system_check;
alter table code_assignment
  add constraint code_assignment_system_check check (system in ('icd10cm', 'icd10pcs', 'hcpcs', 'cpt'));
