import { type CSSVariablesResolver, createTheme, type MantineTheme } from "@mantine/core";
import { dark, ink } from "./colours.ts";

/** The one look, see docs/decisions on it. Pages use these names and no sizes or colours of their own. */
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
    Card: { defaultProps: { withBorder: true, padding: "lg", radius: "lg" } },
    Badge: { defaultProps: { variant: "light", radius: "sm" } },
    Alert: { defaultProps: { variant: "light" } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Modal: { defaultProps: { centered: true, radius: "lg" } },
  },
});

const NAMES = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "ink"];

/** Mantine's dimmed, error and tinted text miss 4.5:1 on their grounds (WCAG 2.2, 1.4.3); these reach it. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
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
    ...tints(colors, { text: 9, ground: 0, hover: 1, strong: 8 }),
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
    ...tints(colors, { text: 2, ground: undefined, hover: undefined, strong: 3 }),
  },
});

type Shades = { text: number; ground: number | undefined; hover: number | undefined; strong: number };

/** The `light` and `outline` variants and plain coloured text, for every colour that a page may use. */
function tints(colors: MantineTheme["colors"], { text, ground, hover, strong }: Shades): Record<string, string> {
  const entries = NAMES.flatMap((name): [string, string | undefined][] => [
    [`--mantine-color-${name}-light-color`, colors[name]?.[text]],
    [`--mantine-color-${name}-text`, colors[name]?.[strong]],
    [`--mantine-color-${name}-outline`, colors[name]?.[strong]],
    [`--mantine-color-${name}-light`, shade(colors, name, ground)],
    [`--mantine-color-${name}-light-hover`, shade(colors, name, hover)],
  ]);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function shade(colors: MantineTheme["colors"], name: string, index: number | undefined): string | undefined {
  return index === undefined ? undefined : colors[name]?.[index];
}
