// For tests of screens, which are checked with Node's types and so without Vite's.
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
