// Shapes are checked without code made at run time, which the content security policy allows no page. A file of its own,
// before all others, because it is read where the first shape is declared.
globalThis.__zod_globalConfig = { jitless: true };
