import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  Radio,
  Textarea,
} from '@mantine/core';

/** The one accent. Shade 7 carries white text at 6.6 : 1. */
const harbor: MantineColorsTuple = [
  '#e6f5f7',
  '#cfe9ed',
  '#a3d5dc',
  '#74c0ca',
  '#4eaebb',
  '#35a3b1',
  '#1f8a98',
  '#0f6674',
  '#0b5561',
  '#06434d',
];

const night: MantineColorsTuple = [
  '#e4e9ee',
  '#c3ccd5',
  '#a5b1bd',
  '#8793a0',
  '#4a5561',
  '#384049',
  '#242b33',
  '#1a1f25',
  '#14181d',
  '#0e1114',
];

const systemFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Compact: 13 px text, 30 px controls, so that a worklist shows thirty visits and not twelve. */
export const theme = createTheme({
  primaryColor: 'harbor',
  primaryShade: 7,
  colors: { harbor, dark: night },
  fontFamily: systemFont,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '13px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5' },
  spacing: { xs: '8px', sm: '10px', md: '14px', lg: '18px', xl: '26px' },
  headings: {
    fontFamily: systemFont,
    fontWeight: '650',
    sizes: { h1: { fontSize: '18px' }, h2: { fontSize: '15px' }, h3: { fontSize: '14px' } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      // The smallest button is as high as a target must be (WCAG 2.2, 2.5.8: 24 by 24 pixels).
      vars: (_theme, { size }) => ({
        root: size === 'compact-xs' ? { '--button-height': '24px' } : {},
      }),
    }),
    Input: Input.extend({ defaultProps: { size: 'xs' } }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    Drawer: Drawer.extend({
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 0 },
        attributes: { header: { role: 'presentation' } },
        styles: { title: { fontSize: '15px', fontWeight: 650 } },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 0 },
        // Else the dialog's own <header> counts as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
        styles: { title: { fontSize: '15px', fontWeight: 650 } },
      },
    }),
  },
});

/** Mantine's quiet text, placeholders and errors, darkened or lightened until they reach WCAG AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--sb-surface)',
    '--mantine-color-text': 'var(--sb-text)',
    '--mantine-color-dimmed': 'var(--sb-quiet)',
    '--mantine-color-placeholder': '#66717d',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0f6674',
    '--mantine-color-default-border': 'var(--sb-line-strong)',
  },
  dark: {
    '--mantine-color-body': 'var(--sb-surface)',
    '--mantine-color-text': 'var(--sb-text)',
    '--mantine-color-dimmed': 'var(--sb-quiet)',
    '--mantine-color-placeholder': '#909ca8',
    '--mantine-color-error': '#ffb4ac',
    '--mantine-color-anchor': '#74c0ca',
    '--mantine-color-default-border': 'var(--sb-line-strong)',
  },
});
