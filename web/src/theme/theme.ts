import { type CSSVariablesResolver, createTheme } from "@mantine/core";
import { dark, ink } from "./colours.ts";

/**
 * Renders floating elements inside the page's main part, where a screen reader looks for them, instead of at the end of
 * the body.
 */
const IN_MAIN = { portalProps: { target: "#main" } };

/**
 * The app's single look; docs/decisions explains it. Pages use these names and define no sizes or colours of their own.
 */
export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: "ink",
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: "md",
  radius: { sm: "4px", md: "6px", lg: "10px" },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.4" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    NavLink: { styles: { root: { borderRadius: "6px", marginBottom: "2px" } } },
    Card: {
      defaultProps: { withBorder: true, padding: "lg", radius: "lg" },
      styles: { root: { backgroundColor: "var(--mantine-color-body)" } },
    },
    Badge: { defaultProps: { variant: "light", radius: "sm" } },
    Alert: { defaultProps: { variant: "light" } },
    Menu: { defaultProps: { ...IN_MAIN, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: IN_MAIN },
    Combobox: { defaultProps: IN_MAIN },
    Modal: {
      defaultProps: {
        ...IN_MAIN,
        centered: true,
        radius: "lg",
        closeButtonProps: { "aria-label": "Close" },
      },
      // Mantine does not set `left`, and inside the main part the default position is where the padding ends.
      styles: {
        inner: { insetInlineStart: 0 },
        title: { fontSize: "1.125rem", fontWeight: 600, overflowWrap: "anywhere" },
      },
    },
  },
});

/** Mantine's dimmed, error and tinted texts miss a contrast of 4.5:1 (WCAG 2.2, 1.4.3). These colours reach it. */
const NAMES = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "ink"];

/** White on Mantine's own filled red has a contrast of only 3.3:1. */
const FILLED_RED = { "--mantine-color-red-filled": "#c92a2a", "--mantine-color-red-filled-hover": "#b02525" };

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1b1e27",
    "--mantine-color-dimmed": "#5b6170",
    "--mantine-color-placeholder": "#6b7180",
    "--mantine-color-error": "#c01f2b",
    "--mantine-color-anchor": ink[6],
    "--mantine-color-default-border": "#dfe2e9",
    "--latchkey-page": "#f7f8fa",
    "--latchkey-line": "#e6e8ee",
    "--latchkey-bar": ink[6],
    ...FILLED_RED,
    ...tints({ shade: 9, text: 72, strong: 78, ground: 10, hover: 16 }),
  },
  dark: {
    "--mantine-color-body": dark[7],
    "--mantine-color-text": "#e4e6ec",
    "--mantine-color-dimmed": "#a3a8b6",
    "--mantine-color-placeholder": "#8d93a3",
    "--mantine-color-error": "#ff8f8f",
    "--mantine-color-anchor": ink[3],
    "--mantine-color-default-border": dark[4],
    "--latchkey-page": dark[8],
    "--latchkey-line": dark[5],
    // The bars of a chart need a contrast of 3:1 against the card (WCAG 2.2, 1.4.11).
    "--latchkey-bar": ink[4],
    ...FILLED_RED,
    ...tints({ shade: 2, text: 100, strong: 100, ground: 18, hover: 26 }),
  },
});

/**
 * Percentages: how much of a shade goes into a text colour (the rest is black), and how much of the colour goes into a
 * background (the rest is transparent).
 */
type Tints = { shade: number; text: number; strong: number; ground: number; hover: number };

/**
 * Defines the `light` and `outline` variants and plain coloured text for every colour that a page may use. Text on a
 * tint also appears on a tinted row of a list, and Mantine's darkest green and orange are too light even for the tint
 * alone.
 */
function tints({ shade, text, strong, ground, hover }: Tints): Record<string, string> {
  const mix = (name: string, part: number, rest: string) =>
    `color-mix(in srgb, var(--mantine-color-${name}) ${part}%, ${rest})`;
  return Object.fromEntries(
    NAMES.flatMap((name): [string, string][] => [
      [`--mantine-color-${name}-light-color`, mix(`${name}-${shade}`, text, "black")],
      [`--mantine-color-${name}-text`, mix(`${name}-${shade}`, strong, "black")],
      [`--mantine-color-${name}-outline`, mix(`${name}-${shade}`, strong, "black")],
      [`--mantine-color-${name}-light`, mix(`${name}-6`, ground, "transparent")],
      [`--mantine-color-${name}-light-hover`, mix(`${name}-6`, hover, "transparent")],
    ]),
  );
}
